package org.qopt.dialect.nn;

import static org.qopt.ir.op.ConstantElements.VALUE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * {@code nn.constant}: numbers that are part of the program.
 *
 * @param operation the operation
 */
public record ConstantOp(Operation operation) implements OpView {
  private static final TypeConstraint CONSTANT =
      new TypeConstraint(
          "ranked tensor with known dimensions",
          type -> type instanceof TensorType tensor && tensor.shape().isStatic());

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.constant")
          .summary("numbers that are part of the program")
          .description(
              """
              Its result is 'value'. Where the result is quantized, 'value' holds the integers that \
              are stored.""")
          .example(
              """
              func.func @f() -> (tensor<2xf32>, tensor<2x!quant.uniform<i8:f32, 0.5:-3>>) {
                %a = nn.constant {value = dense<[1.0, 2.0]> : tensor<2xf32>} : tensor<2xf32>
                %b = nn.constant {value = dense<[-1, 5]> : tensor<2xi8>}
                    : tensor<2x!quant.uniform<i8:f32, 0.5:-3>>
                return %a, %b : tensor<2xf32>, tensor<2x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .attribute(VALUE, Attributes.ELEMENTS)
          .result("result", CONSTANT)
          .resultName("cst")
          .traits(Traits.PURE, Traits.CONSTANT_LIKE)
          .clause("value and result have one shape", op -> shape(new ConstantOp(op)))
          .clause(
              "the elements of the value are those of the result, or its storage where it is quantized",
              op -> elements(new ConstantOp(op)))
          .clause(
              "a result quantized per axis has a scale for each index along the axis",
              op -> scales(new ConstantOp(op)))
          .build();

  /** {@return a new constant of the type that {@code value} has, inserted} */
  public static ConstantOp create(OpBuilder builder, Location location, Tensor value) {
    DenseElementsAttr elements = DenseElementsAttr.of(value);
    return create(builder, location, elements, elements.type());
  }

  /** {@return a new constant, quantized if {@code type} is, inserted} */
  public static ConstantOp create(
      OpBuilder builder, Location location, DenseElementsAttr value, Type type) {
    return new ConstantOp(
        builder.create(
            DEF, location, List.of(), DictionaryAttr.of(Map.of(VALUE, value)), List.of(type)));
  }

  /** {@return the elements; of a quantized constant the integers that are stored} */
  public DenseElementsAttr value() {
    return operation.required(VALUE, DenseElementsAttr.class);
  }

  /** {@return the type of the result} */
  public TensorType type() {
    return (TensorType) operation.result().type();
  }

  private static Optional<String> shape(ConstantOp op) {
    return op.value().type().shape().equals(op.type().shape())
        ? Optional.empty()
        : Optional.of(
            "expected a value of shape [%s], but got [%s]"
                .formatted(op.type().shape(), op.value().type().shape()));
  }

  private static Optional<String> elements(ConstantOp op) {
    Type expected =
        op.type().elementType() instanceof QuantizedType quantized
            ? quantized.storage().integerType()
            : op.type().elementType();
    Type found = op.value().type().elementType();
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of("expected a value with elements of " + expected + ", but got " + found);
  }

  private static Optional<String> scales(ConstantOp op) {
    if (!(op.type().elementType() instanceof UniformQuantizedPerAxisType quantized)) {
      return Optional.empty();
    }
    int axis = quantized.axis();
    if (axis >= op.type().rank()) {
      return Optional.of(
          "expected a quantized axis below the rank %d, but got %d"
              .formatted(op.type().rank(), axis));
    }
    long expected = op.type().shape().dim(axis);
    return expected == quantized.scales().length()
        ? Optional.empty()
        : Optional.of(
            "expected %d scales, one for each index along axis %d, but got %d"
                .formatted(expected, axis, quantized.scales().length()));
  }
}
