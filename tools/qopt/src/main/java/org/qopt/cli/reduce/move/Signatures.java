package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/** Changes functions together with their types. */
final class Signatures {
  private Signatures() {}

  /**
   * {@return a new argument of the function}
   *
   * <p>The function's type is left to {@link #completeInputs}: it has as many parts as there are
   * arguments, and many arguments may be added.
   */
  static Value addArgument(FuncOp function, Type type, Location location) {
    return function.entry().addArgument(type, location);
  }

  /**
   * Adds to the function's type, and to the attributes of arguments, what was added to its entry.
   */
  static void completeInputs(FuncOp function) {
    int added = function.arguments().size() - function.type().inputs().size();
    if (added <= 0) {
      return;
    }
    updateInputs(function);
    changeAll(
        function.operation(),
        "arg_attrs",
        all -> {
          all.addAll(Collections.nCopies(added, DictionaryAttr.EMPTY));
          return all;
        });
  }

  /** Removes an argument that is not used. */
  static void removeArgument(FuncOp function, int index) {
    completeInputs(function);
    function.entry().removeArgument(index);
    updateInputs(function);
    removeAt(function.operation(), "arg_attrs", index);
  }

  /** Makes the function's inputs those of its entry block. */
  static void updateInputs(FuncOp function) {
    List<Type> inputs = function.entry().argumentTypes();
    setType(function, inputs, function.type().results());
  }

  /** Removes a result from the function's type. */
  static void removeResult(FuncOp function, int index) {
    List<Type> results = new ArrayList<>(function.type().results());
    results.remove(index);
    setType(function, function.type().inputs(), results);
    removeAt(function.operation(), "res_attrs", index);
  }

  static void setType(FuncOp function, List<Type> inputs, List<Type> results) {
    function
        .operation()
        .setAttribute("function_type", new TypeAttr(FunctionType.of(inputs, results)));
  }

  private static void removeAt(Operation function, String name, int index) {
    changeAll(
        function,
        name,
        all -> {
          if (index < all.size()) {
            all.remove(index);
          }
          return all;
        });
  }

  private static void changeAll(
      Operation function, String name, UnaryOperator<List<Attribute>> change) {
    function
        .attribute(name, ArrayAttr.class)
        .ifPresent(
            all ->
                function.setAttribute(
                    name, ArrayAttr.of(change.apply(new ArrayList<>(all.elements())))));
  }
}
