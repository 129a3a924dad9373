package org.qopt.ir.op;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * What {@link TypeInference} may look at.
 *
 * @param operandTypes the types of the operands
 * @param attributes the attributes, defaults filled in
 * @param constants the elements of an operand that is a constant
 */
public record InferenceInput(
    List<Type> operandTypes, DictionaryAttr attributes, IntFunction<Optional<Tensor>> constants) {

  /** {@return what inference sees of an operation that exists} */
  public static InferenceInput of(Operation operation) {
    return new InferenceInput(
        operation.operandTypes(),
        operation.allAttributes(),
        index -> ConstantElements.of(operation.operand(index)));
  }

  /**
   * {@return the type of operand {@code index} if it is a ranked tensor}
   *
   * @throws InferenceException if it is neither a ranked nor an unranked tensor
   */
  public Optional<TensorType> tensor(int index) {
    Type type = operandTypes.get(index);
    if (!(type instanceof ShapedType)) {
      throw new InferenceException("expected a tensor as operand #" + index + ", but got " + type);
    }
    return type instanceof TensorType ranked ? Optional.of(ranked) : Optional.empty();
  }

  /** {@return the element type of operand {@code index}, a tensor} */
  public Type elementType(int index) {
    return ((ShapedType) operandTypes.get(index)).elementType();
  }

  /**
   * {@return the attribute {@code name}}
   *
   * @throws InferenceException if it is absent or not of class {@code kind}
   */
  public <A extends Attribute> A attribute(String name, Class<A> kind) {
    return attributes
        .find(name)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(() -> new InferenceException("requires attribute '" + name + "'"));
  }
}
