package org.qopt.target.cpu.legalize;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.ValueDef;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.cpu.dialect.ClampOp;
import org.qopt.target.cpu.numerics.Affine;
import org.qopt.target.legalize.NoFormException;
import org.qopt.target.legalize.QuantizedOp;

/** Builds operations of {@code cpu}. */
final class CpuOps {
  private final OpDef def;
  private final AttributeSet attributes;

  private CpuOps(OpDef def) {
    this.def = def;
    attributes = AttributeSet.of(def);
  }

  /** {@return the beginnings of an operation} */
  static CpuOps of(OpDef def) {
    return new CpuOps(def);
  }

  /** Takes over those attributes of {@code operation} that the new one declares too. */
  CpuOps like(Operation operation) {
    attributes.like(operation);
    return this;
  }

  /** Sets an attribute; a default is left out. */
  CpuOps set(String name, Attribute value) {
    attributes.set(name, value);
    return this;
  }

  /**
   * {@return the result of the new operation}
   *
   * @throws NoFormException if there is no such operation on these operands
   */
  Value build(OpBuilder builder, Location location, TensorType result, List<Value> operands) {
    for (int i = 0; i < operands.size(); i++) {
      require(def.operands().get(Math.min(i, def.operands().size() - 1)), operands.get(i).type());
    }
    require(def.results().getFirst(), result);
    Operation built = builder.create(def, location, operands, attributes.build(), List.of(result));
    for (Clause clause : def.clauses()) {
      Optional<String> violation = clause.check().violation(built);
      if (violation.isPresent()) {
        built.erase();
        throw new NoFormException(violation.get());
      }
    }
    return built.result();
  }

  private static void require(ValueDef value, Type type) {
    if (!value.constraint().accepts().test(type)) {
      throw new NoFormException(
          "expected '%s' to be a %s, but got %s"
              .formatted(value.name(), value.constraint().description(), type));
    }
  }

  /** {@return the result of the new operation, which takes the place of {@code op}} */
  Value build(OpBuilder builder, QuantizedOp op) {
    return build(builder, op.operation().location(), op.resultType(), op.operands());
  }

  /** {@return {@code value}, cut as {@code activation} cuts; itself where int8 does that} */
  static Value cut(OpBuilder builder, Value value, Activation activation) {
    return cut(builder, value, activation.min(), activation.max());
  }

  /** {@return {@code value}, cut to an interval of real numbers; itself where int8 does that} */
  static Value cut(OpBuilder builder, Value value, float min, float max) {
    TensorType type = (TensorType) value.type();
    UniformQuantizedType uniform = QuantizedOp.uniform(type);
    Affine parameters = new Affine(uniform.scale32(), Math.toIntExact(uniform.zeroPoint()));
    byte least = parameters.stored(min);
    byte largest = parameters.stored(max);
    if (least == Byte.MIN_VALUE && largest == Byte.MAX_VALUE) {
      return value;
    }
    return of(ClampOp.DEF)
        .set(ClampOp.BOUNDS, DenseIntArrayAttr.i8(least, Math.max(least, largest)))
        .build(builder, value.location(), type, List.of(value));
  }
}
