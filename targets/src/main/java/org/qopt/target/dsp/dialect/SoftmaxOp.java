package org.qopt.target.dsp.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dsp.numerics.Softmax;

/** {@code dsp.softmax}: powers over their sum, along the last axis. */
public final class SoftmaxOp {
  /** The name of the mantissa of beta / ln 2. */
  public static final String MULTIPLIER = "multiplier";

  /** The name of beta. */
  public static final String BETA = "beta";

  /** The name of the mantissa's exponent. */
  public static final String MULTIPLIER_EXPONENT = "multiplier_exponent";

  /** The most bits below the largest exponent of a row for which 64 bits hold all products. */
  public static final int LARGEST_GUARD = 14;

  /** The name of the right shift from a difference times the multiplier to 20 fraction bits. */
  private static final String INPUT_SHIFT = "input_shift";

  /** The right shifts to 20 fraction bits, and from 30 fraction bits to the result. */
  public static final Derivation DERIVATION =
      new Derivation(
          List.of(INPUT_SHIFT, DspAttributes.SHIFT),
          (operands, result, attributes) ->
              Map.of(
                  INPUT_SHIFT,
                  DspAttributes.i32(
                      DspAttributes.integer(attributes, DspAttributes.GUARD)
                          - Softmax.FRACTION
                          - DspTypes.exponent(operands.get(0), 0)
                          - DspAttributes.integer(attributes, MULTIPLIER_EXPONENT)),
                  DspAttributes.SHIFT,
                  DspAttributes.i32(DspTypes.exponent(result, 0) - Softmax.EXPONENT)));

  private static final int MANTISSA_BITS = 31;

  /** The f64 nearest to ln 2. */
  private static final double LN2 = 0x1.62e42fefa39efp-1;

  private static final AttributeConstraint MANTISSA =
      new AttributeConstraint(
          "32-bit integer of at least 0",
          a -> DspAttributes.I32.accepts().test(a) && ((IntegerAttr) a).value().signum() >= 0);

  private static final AttributeConstraint FEW_BITS =
      new AttributeConstraint(
          "32-bit integer from 0 to " + LARGEST_GUARD,
          a -> DspAttributes.BITS.accepts().test(a) && ((IntegerAttr) a).asLong() <= LARGEST_GUARD);

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.softmax")
          .summary("powers over their sum, along the last axis")
          .description(
              """
              `exp(beta * (x - largest))` over the sum of these. The numbers of a row are shifted to \
              the largest of their exponents less 'guard'. A difference times \
              `multiplier * 2^multiplier_exponent`, beta / ln 2 (with 'beta' as \
              `array<i32: mantissa, exponent>`), is rounded to 20 fraction bits, shifted right by \
              'input_shift' where exponents are known; its integer part shifts the power of two of its fraction, a polynomial of degree 5 in 30 \
              fraction bits; powers below 2^-30 are 0. The quotient, of 30 fraction bits, is shifted \
              right by 'shift', or to the exponents that follow. All of that takes 64 bits.""")
          .example(
              """
              func.func @f(%x: tensor<2x4x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<2x4x!bfp.block<i16, tensor, -14, half_even, symmetric, floor>> {
                %y = dsp.softmax %x {guard = 0 : i32, input_shift = 20 : i32,
                    multiplier = 1549082005 : i32, multiplier_exponent = -30 : i32, shift = 16 : i32}
                    : tensor<2x4x!bfp.block<i16, tensor, -14, half_even, symmetric, floor>>
                return %y : tensor<2x4x!bfp.block<i16, tensor, -14, half_even, symmetric, floor>>
              }""")
          .operand("x", DspTypes.VALUE)
          .attribute(BETA, ExactFloat.CONSTRAINT, ExactFloat.of(1))
          .attribute(MULTIPLIER, MANTISSA)
          .attribute(MULTIPLIER_EXPONENT, DspAttributes.EXPONENT)
          .attribute(DspAttributes.GUARD, FEW_BITS)
          .optionalAttribute(INPUT_SHIFT, DspAttributes.I32)
          .optionalAttribute(DspAttributes.SHIFT, DspAttributes.I32)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .clause(Derivation.TEXT, DERIVATION.clause())
          .clause("the multiplier and its exponent follow from beta", SoftmaxOp::multiplier)
          .kernel(
              op -> {
                Softmax softmax = of(op);
                Shape shape = DspTypes.shape(op.operand(0).type());
                int length = shape.rank() == 0 ? 1 : shape.size(shape.rank() - 1);
                return Computed.of(
                    op,
                    operands ->
                        softmax.execute(operands.getFirst(), length, Computed.rounding(op)));
              })
          .build();

  private SoftmaxOp() {}

  /** {@return the multiplier of beta and its exponent, by name} */
  public static Map<String, Integer> multiplier(float beta) {
    double factor = beta / LN2;
    int exponent = Math.getExponent(factor) - (MANTISSA_BITS - 1);
    long mantissa = Math.min(Math.round(Math.scalb(factor, -exponent)), Integer.MAX_VALUE);
    return Map.of(MULTIPLIER, (int) mantissa, MULTIPLIER_EXPONENT, exponent);
  }

  private static Optional<String> multiplier(Operation op) {
    float beta = ExactFloat.value(op.required(BETA, DenseIntArrayAttr.class));
    if (beta <= 0) {
      return Optional.of("expected a positive 'beta', but got " + beta);
    }
    Map<String, Integer> expected = multiplier(beta);
    return Stream.of(MULTIPLIER, MULTIPLIER_EXPONENT)
        .filter(name -> expected.get(name) != DspAttributes.integer(op, name))
        .findFirst()
        .map(
            name ->
                "expected '%s' = %d, but got %d"
                    .formatted(name, expected.get(name), DspAttributes.integer(op, name)));
  }

  private static Softmax of(Operation op) {
    return new Softmax(
        DspAttributes.integer(op, MULTIPLIER),
        DspAttributes.integer(op, MULTIPLIER_EXPONENT),
        DspAttributes.integer(op, DspAttributes.GUARD));
  }
}
