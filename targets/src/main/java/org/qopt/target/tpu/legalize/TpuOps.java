package org.qopt.target.tpu.legalize;

import java.util.List;
import java.util.Map;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.Derivation;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.Rounding;

/** Builds operations of {@code tpu}. */
final class TpuOps {
  private static final Derivation NOTHING = (_, _, _) -> Map.of();

  private final OpDef def;
  private final AttributeSet attributes;
  private Derivation derivation = NOTHING;

  private TpuOps(OpDef def) {
    this.def = def;
    attributes = AttributeSet.of(def);
    if (def.declares(TpuAttributes.ROUNDING)) {
      set(TpuAttributes.ROUNDING, new StringAttr(Rounding.DOUBLE.text()));
    }
  }

  /** {@return the beginnings of an operation; its rounding, if it has one, is double} */
  static TpuOps of(OpDef def) {
    return new TpuOps(def);
  }

  /** Takes over those attributes of {@code operation} that the new one declares too. */
  TpuOps like(Operation operation) {
    attributes.like(operation);
    return this;
  }

  /** Sets an attribute; a default is left out. */
  TpuOps set(String name, Attribute value) {
    attributes.set(name, value);
    return this;
  }

  /** Sets attributes. */
  TpuOps setAll(Map<String, Attribute> values) {
    values.forEach(this::set);
    return this;
  }

  /** Cuts the result, of type {@code result}, to the interval of an activation. */
  TpuOps activation(String name, TensorType result) {
    set(TpuAttributes.ACTIVATION, new StringAttr(name));
    Activation activation = TpuAttributes.activation(name);
    return clamp(activation.min(), activation.max(), result);
  }

  /** Cuts the result, of type {@code result}, to an interval of real numbers. */
  TpuOps bounded(float min, float max, TensorType result) {
    set(TpuAttributes.ACTIVATION, new StringAttr(TpuAttributes.BOUNDED));
    return clamp(min, max, result);
  }

  private TpuOps clamp(float min, float max, TensorType result) {
    UniformQuantizedType type = QuantizedOp.uniform(result);
    ActivationClamp full = TpuAttributes.full(result);
    ActivationClamp clamp =
        full.within(min, max, type.scale32(), Math.toIntExact(type.zeroPoint()));
    return clamp.equals(full) ? this : set(TpuAttributes.CLAMP, TpuAttributes.of(clamp, result));
  }

  /** Adds the attributes that follow from the types. */
  TpuOps deriving(Derivation newDerivation) {
    derivation = newDerivation;
    return this;
  }

  /**
   * {@return the result of the new operation}
   *
   * @throws NoFormException if its types have no form in integers
   */
  Value build(OpBuilder builder, Location location, TensorType result, List<Value> operands) {
    QuantizedOp.uniform((TensorType) operands.getFirst().type());
    QuantizedOp.uniform(result);
    try {
      setAll(
          derivation.attributes(
              operands.stream().map(Value::type).toList(), result, attributes.withDefaults()));
    } catch (IllegalArgumentException e) {
      throw new NoFormException(e.getMessage());
    }
    return builder.create(def, location, operands, attributes.build(), List.of(result)).result();
  }

  /** {@return the result of the new operation, which takes the place of {@code op}} */
  Value build(OpBuilder builder, QuantizedOp op) {
    return build(builder, op.operation().location(), op.resultType(), op.operands());
  }
}
