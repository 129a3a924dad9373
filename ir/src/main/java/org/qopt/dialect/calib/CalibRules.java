package org.qopt.dialect.calib;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.op.TypeInference;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** What the operations of {@code calib} share. */
final class CalibRules {
  static final String STORAGE = "storage";

  static final TypeConstraint TENSOR =
      new TypeConstraint(
          "tensor of floats",
          type -> type instanceof ShapedType shaped && shaped.elementType() instanceof FloatType);

  /** Parameters to be decided, or decided already. */
  static final AttributeConstraint ANY_QUANTIZED =
      new AttributeConstraint(
          "quantized type",
          a ->
              a instanceof TypeAttr t
                  && (t.value() instanceof QuantizedType || t.value() instanceof BlockType));

  /** Parameters to be decided. */
  static final AttributeConstraint UNDECIDED =
      new AttributeConstraint(
          "!quant.any<...>", a -> a instanceof TypeAttr t && t.value() instanceof AnyQuantizedType);

  /** An axis counted from 0; whether it exists is for a clause to say. */
  static final AttributeConstraint AXIS =
      new AttributeConstraint(
          "64-bit integer from 0 to 2147483647",
          a ->
              Attributes.i64AtLeast(0).accepts().test(a)
                  && ((IntegerAttr) a).asLong() <= Integer.MAX_VALUE);

  /** The result has the type of the first operand. */
  static final TypeInference SAME_TYPE =
      input -> {
        if (input.operandTypes().isEmpty()) {
          throw new InferenceException("expected at least one operand");
        }
        return List.of(input.operandTypes().getFirst());
      };

  private CalibRules() {}

  static Type storage(Operation op) {
    return op.required(STORAGE, TypeAttr.class).value();
  }

  static Kernel identity(Operation op) {
    return operands -> List.of(operands.getFirst());
  }

  static Optional<String> sameType(Operation op) {
    Type expected = op.operand(0).type();
    Type found = op.result().type();
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of("expected a result of the operand's type " + expected + ", but got " + found);
  }

  static Optional<String> expressed(Operation op) {
    Type expected = ((ShapedType) op.operand(0).type()).elementType();
    Type found =
        storage(op) instanceof QuantizedType quantized ? quantized.expressed() : FloatType.F32;
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of("expected 'storage' to express " + expected + ", but got " + found);
  }

  static Optional<String> perAxisFits(Operation op) {
    if (!(storage(op) instanceof UniformQuantizedPerAxisType type)
        || !(op.operand(0).type() instanceof TensorType tensor)) {
      return Optional.empty();
    }
    int scales = type.scales().length();
    boolean fits =
        type.axis() < tensor.rank()
            && (tensor.shape().isDynamic(type.axis()) || tensor.shape().dim(type.axis()) == scales);
    return fits
        ? Optional.empty()
        : Optional.of(
            "expected an axis with %d indices, one for each scale, but got axis %d of %s"
                .formatted(scales, type.axis(), tensor));
  }
}
