package org.qopt.passes.stripdebuginfo;

import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/** {@code strip-debuginfo}: makes all locations unknown, and with them the names of values. */
public record StripDebugInfoPass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("strip-debuginfo", "forgets all locations")
          .titled("StripDebugInfo")
          .describedAs(
              """
              Every location becomes unknown. Values lose the names that the model gave them: what \
              was calibrated by name no longer fits.

              ```mlir
              %0 = nn.relu %x : tensor<4xf32> loc("relu1")
              ```
              becomes
              ```mlir
              %0 = nn.relu %x : tensor<4xf32> loc(unknown)
              ```""");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    operation.walk(
        inner -> {
          inner.setLocation(UnknownLocation.UNKNOWN);
          for (Region region : inner.regions()) {
            for (Block block : region.blocks()) {
              block.arguments().forEach(a -> a.setLocation(UnknownLocation.UNKNOWN));
            }
          }
        });
  }
}
