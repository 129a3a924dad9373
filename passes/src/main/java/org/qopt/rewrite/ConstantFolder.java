package org.qopt.rewrite;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;

/**
 * Computes operations on constants by their kernels. What has no elements is a constant, whatever
 * it is made of.
 *
 * @param candidates which operations may be folded. An annotation or a change of representation of
 *     a constant says something that its result does not, so not every pure operation may
 * @param elementLimit the largest result that is stored, in elements
 */
public record ConstantFolder(Predicate<Operation> candidates, long elementLimit) {
  /** Folds nothing. */
  public static final ConstantFolder NONE = new ConstantFolder(_ -> false, 0);

  /** {@return the values of the results, if the operation can be folded} */
  public Optional<List<Tensor>> evaluate(Operation operation) {
    if (!isFoldable(operation)) {
      return Optional.empty();
    }
    if (isEmpty(operation)) {
      return Optional.of(operation.results().stream().map(ConstantFolder::empty).toList());
    }
    if (ConstantElements.of(operation.operand(0)).isEmpty()
        || operation.def().orElseThrow().kernel().isEmpty()) {
      return Optional.empty();
    }
    List<Tensor> operands = new ArrayList<>();
    for (Value operand : operation.operands()) {
      Optional<Tensor> constant = ConstantElements.of(operand);
      if (constant.isEmpty()) {
        return Optional.empty();
      }
      operands.add(constant.get());
    }
    return operation.def().orElseThrow().kernel().map(k -> k.prepare(operation).run(operands));
  }

  /** {@return the constants with the values of the results, inserted by {@code builder}} */
  static List<Value> materialize(Operation operation, List<Tensor> values, OpBuilder builder) {
    List<Value> constants = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ConstantOp constant =
          ConstantOp.create(
              builder,
              operation.location(),
              DenseElementsAttr.of(values.get(i)),
              operation.result(i).type());
      constants.add(constant.operation().result());
    }
    return constants;
  }

  private boolean isFoldable(Operation operation) {
    return operation.operandCount() > 0
        && operation.has(Traits.PURE)
        && operation.regions().isEmpty()
        && candidates.test(operation)
        && fits(operation);
  }

  private boolean fits(Operation operation) {
    for (Value result : operation.results()) {
      if (!fits(result)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmpty(Operation operation) {
    for (Value result : operation.results()) {
      if (!isEmpty(result)) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(Value result) {
    try {
      return result.type() instanceof TensorType tensor
          && tensor.shape().isStatic()
          && tensor.shape().elements() <= elementLimit;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  // Only what fits is asked.
  private static boolean isEmpty(Value result) {
    TensorType type = (TensorType) result.type();
    return type.shape().elements() == 0 && ElementKind.of(type.elementType()).isPresent();
  }

  private static Tensor empty(Value result) {
    TensorType type = (TensorType) result.type();
    return Tensor.mapped(
        ElementKind.of(type.elementType()).orElseThrow(), type.shape(), MemorySegment.NULL);
  }
}
