package org.qopt.dialect.func;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.builtin.Symbols;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.type.Type;

/** The clauses of {@code func.func}, in MLIR's words. */
final class FunctionRules {
  private FunctionRules() {}

  static Optional<String> entryViolation(Operation op) {
    FuncOp function = new FuncOp(op);
    if (function.isDeclaration()) {
      return Optional.empty();
    }
    List<Type> found = function.entry().argumentTypes();
    List<Type> expected = function.type().inputs();
    if (found.size() != expected.size()) {
      return Optional.of(
          "entry block must have %d arguments to match function signature, but it has %d"
              .formatted(expected.size(), found.size()));
    }
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).equals(expected.get(i))) {
        return Optional.of(
            "type of entry block argument #%d('%s') must match the type of the corresponding argument in function signature('%s')"
                .formatted(i, found.get(i), expected.get(i)));
      }
    }
    return Optional.empty();
  }

  static Optional<String> declarationViolation(Operation op) {
    return new FuncOp(op).isDeclaration() && Symbols.isPublic(op)
        ? Optional.of("symbol declaration cannot have public visibility; expected 'private'")
        : Optional.empty();
  }

  static Optional<String> countViolation(Operation op) {
    FuncOp function = new FuncOp(op);
    return countViolation(op, "arg_attrs", "argument", function.type().inputs().size())
        .or(() -> countViolation(op, "res_attrs", "result", function.type().results().size()));
  }

  private static Optional<String> countViolation(
      Operation op, String name, String what, int expected) {
    int found = op.attribute(name, ArrayAttr.class).map(a -> a.elements().size()).orElse(expected);
    return found == expected
        ? Optional.empty()
        : Optional.of(
            "expects %s attribute array to have the same number of elements as the number of function %ss, got %d, but expected %d"
                .formatted(what, what, found, expected));
  }

  static Optional<String> nameViolation(Operation op) {
    return nameViolation(op, "arg_attrs", "arguments")
        .or(() -> nameViolation(op, "res_attrs", "results"));
  }

  private static Optional<String> nameViolation(Operation op, String name, String what) {
    Optional<ArrayAttr> all = op.attribute(name, ArrayAttr.class);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    for (Attribute one : all.get().elements()) {
      for (String key : ((DictionaryAttr) one).entries().keySet()) {
        if (key.indexOf('.') < 0) {
          return Optional.of(
              what
                  + " may only have dialect attributes, with names such as 'dialect."
                  + key
                  + "', but found '"
                  + key
                  + "'");
        }
      }
    }
    return Optional.empty();
  }
}
