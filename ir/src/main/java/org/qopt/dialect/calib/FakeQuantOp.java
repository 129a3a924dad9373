package org.qopt.dialect.calib;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code calib.fake_quant}: rounds to a quantized grid and back.
 *
 * @param operation the operation
 */
public record FakeQuantOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("calib.fake_quant")
          .summary("rounds to a quantized grid and back")
          .description(
              """
              What a value becomes when it is stored as 'storage' over the range 'min' to 'max' and read \
              back, by the rule of TensorFlow Lite's FAKE_QUANT, all in f32: \
              scale = (max - min) / (n - 1) for n storable integers; the range is nudged so that 0 \
              is stored exactly; `round((clamp(x) - low) / scale) * scale + low`, halves away from \
              zero, where low is the nudged minimum.""")
          .example(
              """
              func.func @f(%x: tensor<1x8xf32>) -> tensor<1x8xf32> {
                %y = calib.fake_quant %x
                    {max = 6.0 : f32, min = -1.0 : f32, storage = !quant.any<i8:f32>}
                    : tensor<1x8xf32>
                return %y : tensor<1x8xf32>
              }""")
          .operand("input", CalibRules.TENSOR)
          .attribute("min", Attributes.F32)
          .attribute("max", Attributes.F32)
          .attribute(CalibRules.STORAGE, CalibRules.UNDECIDED)
          .result("result", CalibRules.TENSOR)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause("the result has the operand's type", CalibRules::sameType)
          .clause("'storage' expresses the operand's elements", CalibRules::expressed)
          .clause("'min' is less than 'max', both finite", FakeQuantOp::range)
          .infer(CalibRules.SAME_TYPE)
          .kernel(op -> new FakeQuantKernel(new FakeQuantOp(op)))
          .build();

  /** {@return a new operation, inserted} */
  public static FakeQuantOp create(
      OpBuilder builder,
      Location location,
      Value input,
      float min,
      float max,
      QuantizedType storage) {
    Map<String, Attribute> attributes =
        Map.of(
            "min",
            FloatAttr.f32(min),
            "max",
            FloatAttr.f32(max),
            CalibRules.STORAGE,
            new TypeAttr(storage));
    return new FakeQuantOp(
        builder.create(DEF, location, List.of(input), DictionaryAttr.of(attributes)));
  }

  /** {@return what is rounded} */
  public Value input() {
    return operation.operand(0);
  }

  /** {@return the least number of the range} */
  public float min() {
    return (float) operation.required("min", FloatAttr.class).value();
  }

  /** {@return the largest number of the range} */
  public float max() {
    return (float) operation.required("max", FloatAttr.class).value();
  }

  /** {@return the integers of the grid} */
  public QuantizedType storage() {
    return (QuantizedType) CalibRules.storage(operation);
  }

  private static Optional<String> range(Operation operation) {
    FakeQuantOp op = new FakeQuantOp(operation);
    boolean valid = op.min() < op.max() && Float.isFinite(op.min()) && Float.isFinite(op.max());
    return valid
        ? Optional.empty()
        : Optional.of(
            "expected finite 'min' and 'max' with 'min' less than 'max', but got %s and %s"
                .formatted(op.min(), op.max()));
  }
}
