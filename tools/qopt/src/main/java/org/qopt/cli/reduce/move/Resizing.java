package org.qopt.cli.reduce.move;

import java.util.List;
import java.util.stream.IntStream;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * Gives dimensions of one size another one.
 *
 * @param from the size
 * @param to the size that it becomes
 */
record Resizing(long from, long to) {
  /** {@return whether its result's type is given, not computed from operands} */
  static boolean isSource(Operation operation) {
    return operation.has(Traits.CONSTANT_LIKE);
  }

  void apply(Operation operation) {
    resize(operation);
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        block.arguments().forEach(argument -> argument.setType(resized(argument.type())));
        block.forEach(this::apply);
      }
    }
    if (operation.is(FuncOp.DEF)) {
      function(new FuncOp(operation));
    }
  }

  private void resize(Operation operation) {
    if (isSource(operation)) {
      constant(operation);
    } else if (!operation.has(Traits.ISOLATED_FROM_ABOVE)) {
      operation.allAttributes().entries().forEach((name, value) -> list(operation, name, value));
      computed(operation);
    }
  }

  // Of a constant's elements the first ones stay; all that matters is that there are so many.
  private void constant(Operation operation) {
    operation.results().forEach(result -> result.setType(resized(result.type())));
    operation
        .attribute(ConstantElements.VALUE, DenseElementsAttr.class)
        .filter(elements -> elements.value().size() > 0)
        .ifPresent(
            elements -> {
              TensorType type = (TensorType) resized(elements.type());
              if (!type.equals(elements.type())) {
                operation.setAttribute(
                    ConstantElements.VALUE,
                    new DenseElementsAttr(type, Constants.first(elements.value(), type.shape())));
              }
            });
  }

  // Lists such as the shape of a reshape name sizes too.
  private void list(Operation operation, String name, Attribute value) {
    if (name.equals("shape")
        && value instanceof DenseIntArrayAttr list
        && list.values().contains(from)) {
      operation.setAttribute(
          name,
          DenseIntArrayAttr.i64(
              list.values().stream().map(size -> size == from ? to : size).toArray()));
    }
  }

  private void computed(Operation operation) {
    List<Type> types =
        Inference.types(operation)
            .orElseGet(() -> operation.resultTypes().stream().map(this::resized).toList());
    for (int i = 0; i < types.size(); i++) {
      operation.result(i).setType(types.get(i));
    }
  }

  private void function(FuncOp function) {
    List<Type> results = function.type().results().stream().map(this::resized).toList();
    List<Type> inputs = function.type().inputs().stream().map(this::resized).toList();
    Signatures.setType(function, inputs, results);
    if (!function.isDeclaration()) {
      Inference.updateType(function);
    }
  }

  private Type resized(Type type) {
    if (!(type instanceof TensorType tensor)) {
      return type;
    }
    long[] dims =
        IntStream.range(0, tensor.rank())
            .mapToLong(i -> tensor.shape().dim(i) == from ? to : tensor.shape().dim(i))
            .toArray();
    return tensor.withShape(Shape.of(dims));
  }
}
