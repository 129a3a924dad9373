package org.qopt.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.nn.NnDialect;
import org.qopt.ir.Operand;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.Traits;

/** The names of a function's outputs: those of the values that it returns. */
public final class OutputNames {
  private OutputNames() {}

  /**
   * Sees to it that the outputs named by {@code old} keep their name when {@code replacement} is
   * returned instead.
   */
  public static void keep(Value old, Value replacement) {
    keep(old, replacement, (_, change) -> change.run());
  }

  /**
   * Does the same.
   *
   * @param modifier makes each change, to the operation that it is given
   */
  public static void keep(Value old, Value replacement, BiConsumer<Operation, Runnable> modifier) {
    if (old.name().isEmpty() || old.name().equals(replacement.name())) {
      return;
    }
    List<Operand> returns = old.uses().stream().filter(OutputNames::isReturn).toList();
    if (returns.isEmpty()) {
      return;
    }
    Optional<Operation> definition =
        replacement
            .definingOp()
            .filter(op -> !op.has(Traits.CONSTANT_LIKE) && op.results().size() == 1)
            .filter(_ -> replacement.uses().stream().noneMatch(OutputNames::isReturn));
    if (definition.isPresent()) {
      Operation named = definition.get();
      Location both = FusedLocation.of(List.of(old.location(), named.location()));
      modifier.accept(named, () -> named.setLocation(both));
    } else {
      Operation function = returns.getFirst().owner().parentOp().orElseThrow();
      String name = old.name().get();
      modifier.accept(function, () -> returns.forEach(use -> nameResult(use, name)));
    }
  }

  private static boolean isReturn(Operand use) {
    return use.owner().has(Traits.TERMINATOR)
        && use.owner().parentOp().filter(parent -> parent.is(FuncOp.DEF)).isPresent();
  }

  private static void nameResult(Operand use, String name) {
    Operation function = use.owner().parentOp().orElseThrow();
    List<Attribute> all =
        function
            .attribute("res_attrs", ArrayAttr.class)
            .<List<Attribute>>map(array -> new ArrayList<>(array.elements()))
            .orElseGet(
                () ->
                    new ArrayList<>(
                        Collections.nCopies(use.owner().operandCount(), DictionaryAttr.EMPTY)));
    TreeMap<String, Attribute> entries =
        new TreeMap<>(((DictionaryAttr) all.get(use.index())).entries());
    entries.putIfAbsent(NnDialect.NAME_ATTRIBUTE, new StringAttr(name));
    all.set(use.index(), DictionaryAttr.of(entries));
    function.setAttribute("res_attrs", ArrayAttr.of(all));
  }
}
