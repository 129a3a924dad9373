package org.qopt.target.dsp;

import static org.qopt.quantize.OperandRole.ACTIVATION;
import static org.qopt.quantize.OperandRole.SHARED;
import static org.qopt.quantize.ResultRule.FREE;
import static org.qopt.quantize.ResultRule.SAME_AS_OPERANDS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.stream.Stream;
import org.qopt.quantize.Limits;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole.Bias;
import org.qopt.quantize.OperandRole.Weight;
import org.qopt.quantize.ResultRule;

/** The operations of all profiles. */
final class DspRules {
  /** For operations without a rule: the nearest form that has one. */
  static final ImmutableMap<String, String> ALTERNATIVES =
      ImmutableMap.of(
          "nn.batch_norm",
              "nn.mul and nn.add, or a convolution that takes it in, as canonicalize does",
          "nn.cast", "a program whose inputs and outputs are f32",
          "nn.div", "nn.mul by the reciprocal, where the divisor is a constant",
          "nn.dynamic_reshape", "nn.reshape, where shape-inference finds the shape",
          "nn.matmul", "nn.fully_connected with a constant filter",
          "nn.shape", "a constant, where the dimensions of the inputs are known",
          "func.call", "the body of the function in the place of the call");

  private DspRules() {}

  /**
   * {@return the rules; results that are at most 1 in magnitude are stored as {@code unit} says}
   */
  static ImmutableList<OpRule> of(ResultRule unit) {
    return Stream.of(sums(), elementwise(), functions(unit), moves())
        .flatMap(List::stream)
        .map(rule -> rule.with(Limits.staticShapes()))
        .collect(ImmutableList.toImmutableList());
  }

  private static List<OpRule> sums() {
    return List.of(
        filter("nn.conv2d", new Weight(0)),
        filter("nn.conv2d_transpose", new Weight(0)),
        // Channels lie beside each other: with exponents in common the small ones would lose bits.
        filter("nn.depthwise_conv2d", new Weight(3, true)),
        filter("nn.fully_connected", new Weight(0)));
  }

  private static OpRule filter(String op, Weight weight) {
    return OpRule.of(op, FREE, ACTIVATION, weight, new Bias(0, 1))
        .with(Limits.constantOperand(1, "the filter"), Limits.constantOperand(2, "the bias"));
  }

  private static List<OpRule> elementwise() {
    return List.of(
        OpRule.of("nn.add", FREE, ACTIVATION, ACTIVATION),
        OpRule.of("nn.sub", FREE, ACTIVATION, ACTIVATION),
        OpRule.of("nn.mul", FREE, ACTIVATION, ACTIVATION),
        OpRule.of("nn.relu", FREE, ACTIVATION),
        OpRule.of("nn.relu6", FREE, ACTIVATION),
        OpRule.of("nn.clamp", FREE, ACTIVATION),
        OpRule.of("nn.mean", FREE, ACTIVATION),
        OpRule.of("nn.avg_pool2d", FREE, ACTIVATION),
        OpRule.of("nn.max_pool2d", FREE, ACTIVATION));
  }

  private static List<OpRule> functions(ResultRule unit) {
    return List.of(
        OpRule.of("nn.hard_swish", FREE, ACTIVATION),
        OpRule.of("nn.sigmoid", unit, ACTIVATION),
        OpRule.of("nn.tanh", unit, ACTIVATION),
        OpRule.of("nn.hard_sigmoid", unit, ACTIVATION)
            .with(
                Limits.number("alpha", "finite", Double::isFinite, "nn.clamp"),
                Limits.number("beta", "finite", Double::isFinite, "nn.clamp")),
        OpRule.of("nn.softmax", unit, ACTIVATION)
            .with(
                Limits.lastAxis("axis", "nn.transpose so that the axis comes last, and back"),
                Limits.number(
                    "beta", "positive", beta -> beta > 0 && Double.isFinite(beta), "beta = 1")));
  }

  private static List<OpRule> moves() {
    return List.of(
        OpRule.of("nn.reshape", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.transpose", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.concat", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.slice", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.resize", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.pad", SAME_AS_OPERANDS, SHARED)
            .with(Limits.number("value", "finite", Double::isFinite, "a finite padding")));
  }
}
