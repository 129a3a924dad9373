package org.qopt.dialect.calib;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * {@code calib.bias}: marks a bias that is to be quantized.
 *
 * @param operation the operation
 */
public record BiasOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("calib.bias")
          .summary("marks a bias that is to be quantized")
          .description(
              """
              Returns its first operand. The bias is added to sums of products of 'activation' and \
              'weight', so its scale is the product of theirs, per axis where the weight's is, and \
              its zero point is 0.""")
          .example(
              """
              func.func @f(%x: tensor<1x8xf32>, %w: tensor<4x8xf32>, %b: tensor<4xf32>) -> tensor<4xf32> {
                %c = calib.bias %b, %x, %w {storage = !quant.any<i32:f32>} : tensor<4xf32>
                return %c : tensor<4xf32>
              }""")
          .operand("input", CalibRules.TENSOR)
          .operand("activation", CalibRules.TENSOR)
          .operand("weight", CalibRules.TENSOR)
          .attribute(CalibRules.STORAGE, CalibRules.ANY_QUANTIZED)
          .result("result", CalibRules.TENSOR)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause("the result has the first operand's type", CalibRules::sameType)
          .clause("'storage' expresses the operand's elements", CalibRules::expressed)
          .clause(
              "there is one bias for each scale of a weight that is marked as per axis",
              BiasOp::lengthFits)
          .infer(CalibRules.SAME_TYPE)
          .kernel(CalibRules::identity)
          .build();

  /** {@return a new operation, inserted} */
  public static BiasOp create(
      OpBuilder builder,
      Location location,
      Value input,
      Value activation,
      Value weight,
      Type storage) {
    return new BiasOp(
        builder.create(
            DEF,
            location,
            List.of(input, activation, weight),
            DictionaryAttr.of(Map.of(CalibRules.STORAGE, new TypeAttr(storage)))));
  }

  /** {@return the bias} */
  public Value input() {
    return operation.operand(0);
  }

  /** {@return what the weights are multiplied with} */
  public Value activation() {
    return operation.operand(1);
  }

  /** {@return the weights} */
  public Value weight() {
    return operation.operand(2);
  }

  /** {@return how the bias is to be stored} */
  public Type storage() {
    return CalibRules.storage(operation);
  }

  private static Optional<String> lengthFits(Operation op) {
    OptionalInt axis =
        op.operand(2)
            .definingOp()
            .filter(weight -> weight.is(WeightOp.DEF))
            .map(weight -> new WeightOp(weight).axis())
            .orElse(OptionalInt.empty());
    if (axis.isEmpty()
        || !(op.operand(2).type() instanceof TensorType weight)
        || !(op.operand(0).type() instanceof TensorType bias)
        || axis.getAsInt() >= weight.rank()) {
      return Optional.empty();
    }
    TensorType expected = weight.withShape(Shape.of(weight.shape().dim(axis.getAsInt())));
    return bias.shape().isCompatibleWith(expected.shape())
        ? Optional.empty()
        : Optional.of("expected a bias of type " + expected + ", but got " + bias);
  }
}
