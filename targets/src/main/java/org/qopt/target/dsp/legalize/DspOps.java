package org.qopt.target.dsp.legalize;

import java.util.List;
import java.util.Map;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dsp.dialect.Accumulators;
import org.qopt.target.dsp.dialect.Clamps;
import org.qopt.target.dsp.dialect.Derivation;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.numerics.ClampBounds;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.QuantizedOp;

/** Builds operations of {@code dsp}. */
final class DspOps {
  private final OpDef def;
  private final AttributeSet attributes;
  private Derivation derivation = new Derivation(List.of(), (_, _, _) -> Map.of());

  private DspOps(OpDef def) {
    this.def = def;
    attributes = AttributeSet.of(def);
  }

  /** {@return the beginnings of an operation} */
  static DspOps of(OpDef def) {
    return new DspOps(def);
  }

  /** {@return the numbers of {@code type}, or refuses it} */
  static BlockType block(TensorType type) {
    return BlockType.of(type)
        .orElseThrow(
            () -> new NoFormException("a value must be block floating point, but got " + type));
  }

  /** {@return the numbers of an activation of {@code type}, or refuses it} */
  static BlockType value(TensorType type) {
    BlockType block = block(type);
    if (!DspTypes.isValue(block)) {
      throw new NoFormException(
          "a value must have mantissas of i8 or i16 whose exponents are shared by tensor or block, but got "
              + type);
    }
    return block;
  }

  /** Takes over those attributes of {@code operation} that the new one declares too. */
  DspOps like(Operation operation) {
    attributes.like(operation);
    return this;
  }

  /** Sets an attribute; a default is left out. */
  DspOps set(String name, Attribute value) {
    attributes.set(name, value);
    return this;
  }

  /** Sets an attribute of type i32. */
  DspOps set(String name, int value) {
    return set(name, IntegerAttr.i32(value));
  }

  /** Cuts the result, of type {@code result}, to an interval of real numbers. */
  DspOps clamp(float min, float max, TensorType result) {
    BlockType type = value(result);
    ClampBounds bounds = ClampBounds.of(min, max, type);
    return set(Activation.NAME, new StringAttr(Clamps.activation(bounds, type)))
        .set(Clamps.BOUNDS, Clamps.interval(bounds))
        .set(Clamps.EXPONENT, bounds.exponent());
  }

  /**
   * Sets the accumulator and the most guard bits, up to {@code wanted}, that sums of magnitude
   * {@code bound} leave room for.
   *
   * @throws NoFormException if the accumulator does not even hold the sums
   */
  DspOps accumulating(int width, long bound, int wanted) {
    int guard =
        Accumulators.guard(bound, width, wanted)
            .orElseThrow(
                () ->
                    new NoFormException(
                        "sums must be at most %d, which %d bits hold, but may reach %d"
                            .formatted(Accumulators.largest(width), width, bound)));
    return set(DspAttributes.ACCUMULATOR, width).set(DspAttributes.GUARD, guard);
  }

  /** Adds the attributes that follow from the types. */
  DspOps deriving(Derivation newDerivation) {
    derivation = newDerivation;
    return this;
  }

  /** {@return the result of the new operation} */
  Value build(OpBuilder builder, Location location, TensorType result, List<Value> operands) {
    operands.forEach(operand -> block((TensorType) operand.type()));
    value((TensorType) operands.getFirst().type());
    value(result);
    derivation
        .attributes(operands.stream().map(Value::type).toList(), result, attributes.withDefaults())
        .forEach(attributes::set);
    return builder.create(def, location, operands, attributes.build(), List.of(result)).result();
  }

  /** {@return the result of the new operation, which takes the place of {@code op}} */
  Value build(OpBuilder builder, QuantizedOp op) {
    return build(builder, op.operation().location(), op.resultType(), op.operands());
  }
}
