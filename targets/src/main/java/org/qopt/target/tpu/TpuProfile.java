package org.qopt.target.tpu;

import static org.qopt.quantize.OperandRole.ACTIVATION;
import static org.qopt.quantize.OperandRole.SHARED;
import static org.qopt.quantize.ResultRule.FREE;
import static org.qopt.quantize.ResultRule.SAME_AS_OPERANDS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qopt.dialect.quant.StorageType;
import org.qopt.quantize.Limits;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole.Bias;
import org.qopt.quantize.OperandRole.Weight;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.ResultRule.Fixed;

/** What the target can hold and compute: TensorFlow Lite's quantization specification as data. */
public final class TpuProfile {
  /** The name. */
  public static final String NAME = "tpu";

  /** For results from 0 to 1 that TensorFlow Lite fixes: 1 itself is cut to 255/256. */
  private static final Fixed UNIT = new Fixed(1 / 256f, -128);

  private static final Fixed SYMMETRIC_UNIT = new Fixed(1 / 128f, 0);

  /** For results from 0 to 1 that are ours to choose: both ends are exact. */
  private static final Fixed CLOSED_UNIT = new Fixed(1 / 255f, -128);

  /** The profile. */
  public static final QuantProfile PROFILE =
      QuantProfile.of(
          NAME,
          StorageType.I8,
          StorageType.I8_NARROW,
          StorageType.I32,
          Stream.of(sums(), elementwise(), functions(), moves())
              .flatMap(List::stream)
              .map(rule -> rule.with(Limits.staticShapes()))
              .toList(),
          alternatives());

  /** Activations of 16 bits with weights of 8. */
  public static final QuantProfile WIDE =
      QuantProfile.of(
          NAME + "-16x8",
          StorageType.I16,
          StorageType.I8_NARROW,
          StorageType.I32,
          PROFILE.rules().values().stream().map(TpuProfile::widened).toList(),
          alternatives());

  /** All profiles of the target; the first is what {@code --legalize=tpu} means. */
  public static final ImmutableList<QuantProfile> ALL = ImmutableList.of(PROFILE, WIDE);

  private TpuProfile() {}

  /** Where a result is prescribed, it has another scale in 16 bits, and no zero point. */
  private static OpRule widened(OpRule rule) {
    if (!(rule.result() instanceof Fixed)) {
      return rule;
    }
    Fixed closed = new Fixed(1f / Short.MAX_VALUE, 0);
    Fixed open = new Fixed(1 / 32768f, 0);
    return new OpRule(
        rule.op(), rule.operands(), rule.result() == CLOSED_UNIT ? closed : open, rule.limits());
  }

  private static List<OpRule> sums() {
    return ImmutableList.of(
        filter("nn.conv2d", 0),
        filter("nn.conv2d_transpose", 0),
        filter("nn.depthwise_conv2d", 3),
        filter("nn.fully_connected", 0));
  }

  private static OpRule filter(String op, int axis) {
    return OpRule.of(op, FREE, ACTIVATION, new Weight(axis), new Bias(0, 1))
        .with(Limits.constantOperand(1, "the filter"), Limits.constantOperand(2, "the bias"));
  }

  private static List<OpRule> elementwise() {
    return ImmutableList.of(
        OpRule.of("nn.add", FREE, ACTIVATION, ACTIVATION),
        OpRule.of("nn.sub", FREE, ACTIVATION, ACTIVATION),
        OpRule.of("nn.mul", FREE, ACTIVATION, ACTIVATION));
  }

  private static List<OpRule> functions() {
    return ImmutableList.of(
        OpRule.of("nn.relu", FREE, ACTIVATION),
        OpRule.of("nn.relu6", FREE, ACTIVATION),
        OpRule.of("nn.clamp", FREE, ACTIVATION),
        OpRule.of("nn.hard_swish", FREE, ACTIVATION),
        OpRule.of("nn.mean", FREE, ACTIVATION),
        OpRule.of("nn.sigmoid", UNIT, ACTIVATION),
        OpRule.of("nn.tanh", SYMMETRIC_UNIT, ACTIVATION),
        OpRule.of("nn.softmax", UNIT, ACTIVATION)
            .with(
                Limits.lastAxis("axis", "nn.transpose so that the axis comes last, and back"),
                Limits.number(
                    "beta", "positive", beta -> beta > 0 && Double.isFinite(beta), "beta = 1")),
        OpRule.of("nn.hard_sigmoid", CLOSED_UNIT, ACTIVATION)
            .with(
                Limits.number(
                    "alpha",
                    "positive",
                    alpha -> alpha > 0 && Double.isFinite(alpha),
                    "nn.mul, nn.add and nn.clamp"),
                Limits.number("beta", "finite", Double::isFinite, "nn.clamp")));
  }

  private static List<OpRule> moves() {
    return ImmutableList.of(
        OpRule.of("nn.avg_pool2d", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.max_pool2d", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.reshape", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.resize", SAME_AS_OPERANDS, SHARED).with(TpuLimits.WHOLE_SIZES),
        OpRule.of("nn.transpose", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.concat", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.slice", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.pad", SAME_AS_OPERANDS, SHARED)
            .with(Limits.number("value", "finite", Double::isFinite, "a finite padding")));
  }

  private static Map<String, String> alternatives() {
    return ImmutableMap.of(
        "nn.batch_norm",
            "nn.mul and nn.add, or a convolution that takes it in, as canonicalize does",
        "nn.cast", "a program whose inputs and outputs are f32",
        "nn.div", "nn.mul by the reciprocal, where the divisor is a constant",
        "nn.dynamic_reshape", "nn.reshape, where shape-inference finds the shape",
        "nn.matmul", "nn.fully_connected with a constant filter",
        "nn.shape", "a constant, where the dimensions of the inputs are known",
        "func.call", "the body of the function in the place of the call");
  }
}
