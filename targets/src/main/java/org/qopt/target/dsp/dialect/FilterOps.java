package org.qopt.target.dsp.dialect;

import static com.google.common.math.LongMath.saturatedAdd;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Sharing.PerChannel;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.dsp.numerics.BlockFilter;
import org.qopt.target.dsp.numerics.FilterLayout;
import org.qopt.target.dsp.numerics.Positions;
import org.qopt.target.dsp.numerics.ResultStage;
import org.qopt.target.dsp.numerics.StaticFilter;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** What convolutions and matrix products have in common. */
public final class FilterOps {
  private static final String CHANNELS =
      "a filter and a bias with exponents per channel have them along the output channels";
  private static final String GUARD =
      "'guard' is there where an exponent is dynamic, and only there";

  private static final String GROUPS = "groups";

  private FilterOps() {}

  /** {@return the operands, of which {@code filter} says what the filter must be} */
  static OpDefBuilder operands(String name, TypeConstraint input, TypeConstraint filter) {
    return OpDef.named(name)
        .operand("input", input)
        .operand("filter", filter)
        .optionalOperand("bias", DspTypes.BIAS);
  }

  /** Adds the other attributes, the result and the clauses; the filter's channels are an axis. */
  static OpDefBuilder rest(
      OpDefBuilder builder, TypeConstraint result, ShapeRule rule, int outputAxis) {
    return builder
        .attribute(DspAttributes.ACCUMULATOR, DspAttributes.WIDTH)
        .optionalAttribute(ProveAccumulatorsPass.BOUND, Accumulators.BOUND)
        .optionalAttribute(DspAttributes.SHIFT, DspAttributes.SHIFTS)
        .optionalAttribute(DspAttributes.BIAS_SHIFT, DspAttributes.SHIFTS)
        .optionalAttribute(DspAttributes.GUARD, DspAttributes.BITS)
        .with(Clamps::attributes)
        .result("result", result)
        .traits(Traits.PURE)
        .clause(ShapeClause.TEXT, ShapeClause.of(rule))
        .clause(TargetClauses.CONSTANT, TargetClauses::constants)
        .clause(CHANNELS, op -> channels(op, outputAxis))
        .clause(Derivation.TEXT, FilterShifts.DERIVATION.clause())
        .clause(GUARD, FilterOps::guard)
        .clause(Clamps.CLAUSE, Clamps::violation)
        .clause(DspClauses.OVERFLOW, Accumulators::violation);
  }

  private static Optional<String> channels(Operation op, int outputAxis) {
    for (int i = 1; i < op.operandCount(); i++) {
      int axis = i == 1 ? outputAxis : 0;
      BlockType type = DspTypes.block(op.operand(i).type());
      if (type.sharing() instanceof PerChannel(int found) && found != axis) {
        return Optional.of(
            "expected exponents along axis %d of operand #%d, but got %s".formatted(axis, i, type));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> guard(Operation op) {
    boolean expected = !DspTypes.isStatic(op);
    return op.attribute(DspAttributes.GUARD).isPresent() == expected
        ? Optional.empty()
        : Optional.of(
            expected ? "expected 'guard', but got none" : "expected no 'guard', but got one");
  }

  /** {@return which weight of {@code op} belongs to what} */
  public static FilterLayout layout(Operation op) {
    return layout(
        op.def().orElseThrow(),
        DspTypes.shape(op.operand(0).type()),
        DspTypes.shape(op.operand(1).type()),
        groups(op));
  }

  /** {@return into how many parts the channels of {@code op} are cut} */
  public static int groups(Operation op) {
    return op.def().orElseThrow().declares(GROUPS) ? DspAttributes.integer(op, GROUPS) : 1;
  }

  /** {@return which weight of an operation of kind {@code def} and of these shapes is whose} */
  public static FilterLayout layout(OpDef def, Shape input, Shape filter, int groups) {
    if (def == FullyConnectedOp.DEF) {
      return FilterLayout.grouped(filter.size(0), 1, filter.size(1), 1);
    }
    int taps = filter.size(1) * filter.size(2);
    return def == DepthwiseConv2dOp.DEF
        ? FilterLayout.depthwise(filter.size(3), taps, input.size(3))
        : FilterLayout.grouped(filter.size(0), taps, filter.size(3), groups);
  }

  /**
   * {@return the largest magnitude that a sum of {@code op}, whose filter and bias are constants,
   * can have before guard bits: from the actual weights, and the largest mantissa of the input}
   */
  public static long bound(Operation op) {
    return bound(
        layout(op),
        ConstantElements.of(op.operand(1)).orElseThrow(),
        DspTypes.magnitude(op.operand(0).type()),
        shiftedBias(op));
  }

  /** {@return the largest sum of the magnitudes of weights times {@code input}, and of the bias} */
  public static long bound(FilterLayout layout, Tensor filter, long input, long[] bias) {
    long[] sums = new long[layout.outputs()];
    int[] weights = filter.withoutExponents().cast(ElementKind.I32).ints();
    for (int i = 0; i < weights.length; i++) {
      sums[layout.output(i)] += Math.abs((long) weights[i]);
    }
    long largest = 0;
    for (int o = 0; o < sums.length; o++) {
      largest =
          Math.max(
              largest, saturatedAdd(sums[o] * input, bias.length == 0 ? 0 : Math.abs(bias[o])));
    }
    return largest;
  }

  private static long[] shiftedBias(Operation op) {
    if (op.operandCount() < 3) {
      return new long[0];
    }
    Tensor bias = ConstantElements.of(op.operand(2)).orElseThrow();
    int[] shifts =
        DspTypes.isStatic(op)
            ? perChannel(op, DspAttributes.BIAS_SHIFT)
            : new int[Math.toIntExact(bias.size())];
    long[] shifted = new long[shifts.length];
    for (int o = 0; o < shifted.length; o++) {
      shifted[o] = rounding(op).shiftRight(bias.integer(o), -shifts[o]);
    }
    return shifted;
  }

  private static BlockRounding rounding(Operation op) {
    return DspTypes.block(op.result().type()).rounding();
  }

  private static int[] perChannel(Operation op, String name) {
    int[] given = DspAttributes.integers(op, name);
    int[] all = new int[layout(op).outputs()];
    Arrays.setAll(all, o -> given[given.length == 1 ? 0 : o]);
    return all;
  }

  /**
   * {@return the kernel}
   *
   * @param positions which pixels of the first image a pixel of the result is computed from
   * @param image an input or result as an image NHWC
   */
  static Kernel kernel(Operation op, Positions positions, Function<Shape, Shape> image) {
    Shape in = image.apply(DspTypes.shape(op.operand(0).type()));
    Shape shape = DspTypes.shape(op.result().type());
    Shape out = image.apply(shape);
    BlockType result = DspTypes.block(op.result().type());
    Tensor weights = ConstantElements.of(op.operand(1)).orElseThrow();
    Optional<Tensor> bias =
        op.operandCount() > 2 ? ConstantElements.of(op.operand(2)) : Optional.empty();
    FilterLayout layout = layout(op);
    if (DspTypes.isStatic(op)) {
      StaticFilter filter =
          new StaticFilter(
              layout,
              weights.cast(ElementKind.I32).ints(),
              bias.map(b -> b.cast(ElementKind.I32).ints())
                  .orElseGet(() -> new int[layout.outputs()]),
              bias.isPresent()
                  ? perChannel(op, DspAttributes.BIAS_SHIFT)
                  : new int[layout.outputs()],
              perChannel(op, DspAttributes.SHIFT),
              result,
              Clamps.of(op));
      return operands ->
          List.of(filter.execute(operands.getFirst(), in, positions, out).reshaped(shape));
    }
    BlockFilter filter =
        new BlockFilter(
            layout,
            weights,
            DspTypes.block(op.operand(1).type()),
            bias,
            bias.map(_ -> DspTypes.block(op.operand(2).type())),
            result.rounding(),
            DspAttributes.integer(op, DspAttributes.GUARD));
    ResultStage stage = Computed.stage(op);
    BlockType input = DspTypes.block(op.operand(0).type());
    return operands ->
        List.of(stage.finish(filter.execute(operands.getFirst(), input, in, positions, out)));
  }
}
