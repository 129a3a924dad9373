package org.qopt.passes.symboldce;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.op.Traits;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/**
 * {@code symbol-dce}: removes private symbols that no other operation reaches, by references, from
 * a public symbol or from an operation that is no symbol.
 */
public record SymbolDcePass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("symbol-dce", "removes private functions that nothing refers to")
          .titled("SymbolDCE")
          .on(Anchor.MODULE)
          .describedAs(
              """
              A private symbol stays only if it is reached, by references, from what is not private. \
              Two private functions that only call each other both go.

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
    Map<String, Operation> hidden = new HashMap<>();
    Deque<Operation> live = new ArrayDeque<>();
    for (Region region : module.regions()) {
      for (Block block : region.blocks()) {
        block.forEach(
            operation -> {
              if (isPrivate(operation)) {
                hidden.put(operation.required("sym_name", StringAttr.class).value(), operation);
              } else {
                live.add(operation);
              }
            });
      }
    }
    while (!live.isEmpty()) {
      for (String name : references(live.remove())) {
        Operation reached = hidden.remove(name);
        if (reached != null) {
          live.add(reached);
        }
      }
    }
    hidden.values().forEach(Operation::erase);
    context.count("num-dce'd", hidden.size());
  }

  private static boolean isPrivate(Operation operation) {
    return operation.has(Traits.SYMBOL)
        && operation
            .attribute("sym_visibility", StringAttr.class)
            .filter(visibility -> visibility.value().equals("private"))
            .isPresent();
  }

  private static Set<String> references(Operation operation) {
    Set<String> names = new HashSet<>();
    operation.walk(inner -> collect(inner.allAttributes(), names));
    return names;
  }

  private static void collect(Attribute attribute, Set<String> names) {
    switch (attribute) {
      case SymbolRefAttr reference -> names.add(reference.root());
      case ArrayAttr array -> array.elements().forEach(element -> collect(element, names));
      case DictionaryAttr dictionary ->
          dictionary.entries().values().forEach(element -> collect(element, names));
      default -> {}
    }
  }
}
