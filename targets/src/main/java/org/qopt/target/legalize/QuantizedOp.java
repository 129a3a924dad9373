package org.qopt.target.legalize;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * A float operation between {@code quant.dcast} and {@code quant.qcast}, or those of {@code bfp}.
 *
 * @param operation the operation
 * @param operands its operands before they were dequantized
 * @param quantizers what quantizes its result, all to one type
 */
public record QuantizedOp(
    Operation operation, ImmutableList<Value> operands, ImmutableList<Operation> quantizers) {

  /** The outcome of looking at an operation: a match, or the reason why it is none. */
  public sealed interface Match {
    /** It stands between casts. */
    record Found(QuantizedOp op) implements Match {}

    /** It does not. */
    record Missing(String reason) implements Match {}
  }

  /** {@return whether {@code operation} stands between casts} */
  public static Match of(Operation operation) {
    ImmutableList.Builder<Value> operands = ImmutableList.builder();
    for (int i = 0; i < operation.operandCount(); i++) {
      Optional<Operation> cast = operation.operand(i).definingOp().filter(Casts::isDequantize);
      if (cast.isEmpty()) {
        return new Match.Missing(
            "operand #%d must come from 'quant.dcast', but got a value of type %s"
                .formatted(i, operation.operand(i).type()));
      }
      operands.add(cast.get().operand(0));
    }
    List<Operation> users = operation.result().users();
    boolean quantized =
        !users.isEmpty()
            && users.stream().allMatch(Casts::isQuantize)
            && users.stream().map(user -> user.result().type()).distinct().count() == 1;
    return quantized
        ? new Match.Found(new QuantizedOp(operation, operands.build(), ImmutableList.copyOf(users)))
        : new Match.Missing(
            "the result must go to one 'quant.qcast', but "
                + (users.isEmpty() ? "is not used" : "goes to '" + users.getFirst().name() + "'"));
  }

  /** {@return operand {@code index} before it was dequantized} */
  public Value operand(int index) {
    return operands.get(index);
  }

  /** {@return the type of operand {@code index} before it was dequantized} */
  public TensorType operandType(int index) {
    return (TensorType) operand(index).type();
  }

  /** {@return the type that the result is quantized to} */
  public TensorType resultType() {
    return (TensorType) quantizers.getFirst().result().type();
  }

  /**
   * Refuses operands whose elements are not stored as the result's are.
   *
   * @param shared what must be one of all, for the message
   * @throws NoFormException always then
   */
  public void requireOneType(String shared) {
    Type expected = resultType().elementType();
    for (int i = 0; i < operands.size(); i++) {
      if (!operandType(i).elementType().equals(expected)) {
        throw new NoFormException(
            "operands and result must have one %s, but got %s and %s"
                .formatted(shared, operandType(i).elementType(), expected));
      }
    }
  }

  /** Refuses operands whose scale and zero point are not the result's. */
  public void requireOneScale() {
    requireOneType("scale and zero point");
  }

  /**
   * {@return scale and zero point of {@code type}}
   *
   * @throws NoFormException if it has many, or none
   */
  public static UniformQuantizedType uniform(TensorType type) {
    return QuantizedTypes.uniform(type)
        .orElseThrow(
            () ->
                new NoFormException("a value must have one scale and zero point, but got " + type));
  }

  /** {@return the attribute {@code name}, or its default} */
  public <A extends Attribute> A attribute(String name, Class<A> kind) {
    return operation.required(name, kind);
  }
}
