package org.qopt.passes.symboldce;

import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/**
 * {@code symbol-dce}: removes symbols that are not public and that no other operation reaches, by
 * references, from a public symbol or from an operation that is no symbol.
 */
public record SymbolDcePass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("symbol-dce", "removes private functions that nothing refers to")
          .titled("SymbolDCE")
          .on(Anchor.MODULE)
          .describedAs(
              """
              A private or nested symbol stays only if it is reached, by references, from what is \
              public. Two private functions that only call each other both go. Modules inside are \
              looked after too; of one that nothing refers to, all goes.

              ```mlir
              func.func private @unused(%x: tensor<4xf32>) -> tensor<4xf32> {
                return %x : tensor<4xf32>
              }
              func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
                return %x : tensor<4xf32>
              }
              ```
              becomes
              ```mlir
              func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
                return %x : tensor<4xf32>
              }
              ```""")
          .statistic("num-dce'd", "Number of symbols DCE'd");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation module, PassContext context) {
    List<Operation> dead = LiveSymbols.of(module).dead(module);
    dead.forEach(Operation::erase);
    context.count("num-dce'd", dead.size());
    if (dead.isEmpty()) {
      context.preserveAll();
    }
  }
}
