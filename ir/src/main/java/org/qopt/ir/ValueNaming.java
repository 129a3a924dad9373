package org.qopt.ir;

import com.google.common.collect.BiMap;
import com.google.common.collect.HashBiMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.op.Traits;

/**
 * The names by which calibration, recipes, reports and diagnostics speak of the values of a
 * function. A value has the name that the model gave it; when several have one name, all but the
 * first defined get {@code #2}, {@code #3}, ... behind it. A value without a name is {@code
 * FUNCTION/%N}, where N counts the values of the function, arguments included, from 0.
 *
 * <p>What operations of the dialects {@code calib}, {@code quant} and {@code bfp} give, but for
 * constants, is a value that exists under another form: such results are named after all others, so
 * that neither marks nor casts change the name of what they are put on.
 */
public final class ValueNaming {
  private static final Set<String> FORMS = Set.of("calib", "quant", "bfp");

  private final BiMap<Value, String> names = HashBiMap.create();

  // How many values beyond the first have asked for a name.
  private final Map<String, Integer> copies = new HashMap<>();

  private ValueNaming() {}

  /**
   * {@return the names of the arguments and results in the body of {@code function}; arguments of
   * further blocks come last}
   */
  public static ValueNaming of(FuncOp function) {
    ValueNaming naming = new ValueNaming();
    if (!function.isDeclaration()) {
      naming.addAll(function);
    }
    return naming;
  }

  private void addAll(FuncOp function) {
    List<Value> values = new ArrayList<>(function.arguments());
    List<Value> forms = new ArrayList<>();
    List<Value> ofBlocks = new ArrayList<>();
    function
        .operation()
        .walk(
            op -> {
              if (op != function.operation()) {
                (standsForAnother(op) ? forms : values).addAll(op.results());
              }
              op.regions().stream()
                  .flatMap(region -> region.blocks().stream())
                  .filter(block -> block != function.entry())
                  .forEach(block -> ofBlocks.addAll(block.arguments()));
            });
    values.addAll(forms);
    values.addAll(ofBlocks);
    for (int i = 0; i < values.size(); i++) {
      add(function, values.get(i), i);
    }
  }

  /** {@return whether the results of {@code operation} are another form of what it is put on} */
  public static boolean standsForAnother(Operation operation) {
    return FORMS.contains(operation.dialect()) && !operation.has(Traits.CONSTANT_LIKE);
  }

  private void add(FuncOp function, Value value, int index) {
    String base = value.name().orElseGet(() -> function.name() + "/%" + index);
    String name = base;
    while (names.containsValue(name)) {
      name = base + "#" + (copies.merge(base, 1, Integer::sum) + 1);
    }
    names.put(value, name);
  }

  /**
   * {@return the name of {@code value}}
   *
   * @throws IllegalArgumentException if it is not a value of the function
   */
  public String name(Value value) {
    String name = names.get(value);
    if (name == null) {
      throw new IllegalArgumentException("not a value of the function");
    }
    return name;
  }

  /** {@return the value called {@code name}, if there is one} */
  public Optional<Value> value(String name) {
    return Optional.ofNullable(names.inverse().get(name));
  }

  /** {@return all names, by value} */
  public Map<Value, String> names() {
    return Collections.unmodifiableMap(names);
  }
}
