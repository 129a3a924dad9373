package org.qopt.passes.namevalues;

import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/** {@code name-values}: gives every value a name that stays with it. */
public record NameValuesPass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("name-values", "gives every value a name that stays with it")
          .describedAs(
              """
              Calibration data is bound by name. A value without a name of its own is known by its \
              position, and one that shares its name by the order of definition; both change when \
              other values come and go. This pass writes down what such a value is called now. The \
              results of casts and marks (the dialects quant and calib) are left alone: they have \
              the name of what they stand for.

              ```mlir
              %0 = nn.relu %x : tensor<4xf32> loc("relu")
              %1 = nn.relu %0 : tensor<4xf32> loc("relu")
              %2 = nn.relu %1 : tensor<4xf32>
              ```
              becomes
              ```mlir
              %0 = nn.relu %x : tensor<4xf32> loc("relu")
              %1 = nn.relu %0 : tensor<4xf32> loc("relu#2"("relu"))
              %2 = nn.relu %1 : tensor<4xf32> loc("main/%3")
              ```""")
          .on(Anchor.FUNCTION);

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    ValueNaming.of(new FuncOp(operation)).names().forEach(NameValuesPass::write);
  }

  private static void write(Value value, String name) {
    if (value.name().equals(Optional.of(name))) {
      return;
    }
    if (value instanceof BlockArgument argument) {
      argument.setLocation(named(name, argument.location()));
      return;
    }
    Operation definition = value.definingOp().orElseThrow();
    // A location is of an operation: where that has several results it can name none of them.
    if (definition.results().size() == 1 && !ValueNaming.standsForAnother(definition)) {
      definition.setLocation(named(name, definition.location()));
    }
  }

  private static Location named(String name, Location old) {
    return new NameLocation(
        name, old instanceof UnknownLocation ? Optional.empty() : Optional.of(old));
  }
}
