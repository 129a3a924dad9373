package org.qopt.dialect.calib;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * {@code calib.weight}: marks weights that are to be quantized.
 *
 * @param operation the operation
 */
public record WeightOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("calib.weight")
          .summary("marks weights that are to be quantized")
          .description(
              """
              Returns its operand. 'storage' says how the weights are to be stored, with zero point 0; \
              scales follow from the weights themselves: one for each index along 'axis', or one for \
              all where there is no 'axis'. `!quant.uniform<...>` fixes the scales.""")
          .example(
              """
              func.func @f(%w: tensor<4x3x3x3xf32>) -> tensor<4x3x3x3xf32> {
                %v = calib.weight %w {axis = 0 : i64, storage = !quant.any<i8<-127:127>:f32>}
                    : tensor<4x3x3x3xf32>
                return %v : tensor<4x3x3x3xf32>
              }""")
          .operand("input", CalibRules.TENSOR)
          .attribute(CalibRules.STORAGE, CalibRules.ANY_QUANTIZED)
          .optionalAttribute("axis", CalibRules.AXIS)
          .result("result", CalibRules.TENSOR)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause("the result has the operand's type", CalibRules::sameType)
          .clause("'storage' expresses the operand's elements", CalibRules::expressed)
          .clause("'axis' is one of the operand's", WeightOp::axisExists)
          .clause("scales per axis fit the operand", CalibRules::perAxisFits)
          .clause("fixed scales are along 'axis', with zero points 0", WeightOp::fixedFit)
          .infer(CalibRules.SAME_TYPE)
          .kernel(CalibRules::identity)
          .build();

  /** {@return a new operation, inserted; without an axis there is one scale for all} */
  public static WeightOp create(
      OpBuilder builder, Location location, Value input, Type storage, OptionalInt axis) {
    TreeMap<String, Attribute> attributes = new TreeMap<>();
    attributes.put(CalibRules.STORAGE, new TypeAttr(storage));
    axis.ifPresent(number -> attributes.put("axis", IntegerAttr.i64(number)));
    return new WeightOp(
        builder.create(DEF, location, List.of(input), DictionaryAttr.of(attributes)));
  }

  /** {@return the weights} */
  public Value input() {
    return operation.operand(0);
  }

  /** {@return how the weights are to be stored} */
  public Type storage() {
    return CalibRules.storage(operation);
  }

  /** {@return the axis with a scale for each index, if there is not one scale for all} */
  public OptionalInt axis() {
    return operation
        .attribute("axis", IntegerAttr.class)
        .map(axis -> OptionalInt.of(Math.toIntExact(axis.asLong())))
        .orElse(OptionalInt.empty());
  }

  private static Optional<String> fixedFit(Operation op) {
    OptionalInt axis = new WeightOp(op).axis();
    Type storage = CalibRules.storage(op);
    boolean fits =
        switch (storage) {
          case UniformQuantizedType one -> one.zeroPoint() == 0;
          case UniformQuantizedPerAxisType many ->
              axis.equals(OptionalInt.of(many.axis()))
                  && many.zeroPoints().stream().allMatch(zeroPoint -> zeroPoint == 0);
          default -> true;
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            "expected scales along %s with zero points 0, but got %s"
                .formatted(axis.isPresent() ? "axis " + axis.getAsInt() : "no axis", storage));
  }

  private static Optional<String> axisExists(Operation op) {
    Optional<IntegerAttr> axis = op.attribute("axis", IntegerAttr.class);
    if (axis.isEmpty() || !(op.operand(0).type() instanceof TensorType tensor)) {
      return Optional.empty();
    }
    return axis.get().asLong() < tensor.rank()
        ? Optional.empty()
        : Optional.of(
            "expected an axis below the rank %d, but got %d"
                .formatted(tensor.rank(), axis.get().asLong()));
  }
}
