package org.qopt.cli.reduce.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.AttributeDef;

/** Drops attributes, which leaves the default where there is one. */
final class DropAttributes implements Move {
  @Override
  public String name() {
    return "attributes";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    List<Edit> edits = new ArrayList<>();
    addAll(draft.module(), edits);
    Programs.operations(draft).forEach(operation -> addAll(operation, edits));
    return edits;
  }

  private static void addAll(Operation operation, List<Edit> edits) {
    Stream.of(operation.attributes(), operation.properties())
        .flatMap(dictionary -> dictionary.entries().keySet().stream())
        .filter(name -> !isNeeded(operation, name))
        .forEach(name -> edits.add(() -> drop(operation, name)));
  }

  // Of those that the definition requires, and for declarations, which MLIR wants to be private.
  private static boolean isNeeded(Operation operation, String name) {
    boolean required =
        operation
            .def()
            .flatMap(def -> Optional.ofNullable(def.attributes().get(name)))
            .filter(AttributeDef::isRequired)
            .isPresent();
    return required
        || (operation.is(FuncOp.DEF)
            && name.equals("sym_visibility")
            && new FuncOp(operation).isDeclaration());
  }

  // A default may make another type of a result, such as that of a convolution without padding.
  private static void drop(Operation operation, String name) {
    operation.removeAttribute(name);
    boolean other =
        Inference.types(operation)
            .filter(types -> !types.equals(operation.resultTypes()))
            .isPresent();
    if (other) {
      Programs.functionAround(operation).ifPresent(Inference::update);
    }
  }
}
