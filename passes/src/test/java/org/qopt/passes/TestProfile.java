package org.qopt.passes;

import static org.qopt.quantize.OperandRole.ACTIVATION;
import static org.qopt.quantize.OperandRole.SHARED;
import static org.qopt.quantize.ResultRule.FREE;
import static org.qopt.quantize.ResultRule.SAME_AS_OPERANDS;

import java.util.List;
import java.util.Map;
import org.qopt.dialect.quant.StorageType;
import org.qopt.quantize.Limits;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole.Bias;
import org.qopt.quantize.OperandRole.Weight;
import org.qopt.quantize.Profiles;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.ResultRule;

/** A profile with one rule of each kind. */
public final class TestProfile {
  private static final List<OpRule> RULES =
      List.of(
          OpRule.of("nn.conv2d", FREE, ACTIVATION, new Weight(0), new Bias(0, 1))
              .with(
                  Limits.constantOperand(1, "the filter"),
                  Limits.constantOperand(2, "the bias"),
                  Limits.productsAtMost(100, 1, 1, 2, 3)),
          OpRule.of("nn.add", FREE, ACTIVATION, ACTIVATION),
          OpRule.of("nn.relu", FREE, ACTIVATION).with(Limits.staticShapes()),
          OpRule.of("nn.softmax", new ResultRule.Fixed(1 / 256f, -128), ACTIVATION)
              .with(Limits.lastAxis("axis", "nn.transpose")),
          OpRule.of("nn.tanh", new ResultRule.Fixed(1 / 128f, 0), ACTIVATION),
          OpRule.of("nn.reshape", SAME_AS_OPERANDS, SHARED),
          OpRule.of("nn.concat", SAME_AS_OPERANDS, SHARED),
          OpRule.of("nn.shape", ResultRule.UNTOUCHED));

  /**
   * Knows the profile {@code test}, {@code islands}, which allows them between convolutions, and
   * {@code other}, which has no rules.
   */
  public static final Profiles PROFILES =
      Profiles.of(
          List.of(
              profile("test", RULES),
              profile("islands", RULES).withIslands("nn.conv2d"),
              profile("other", List.of())));

  private TestProfile() {}

  private static QuantProfile profile(String name, List<OpRule> rules) {
    return QuantProfile.of(
        name,
        StorageType.I8,
        StorageType.I8_NARROW,
        StorageType.I32,
        rules,
        Map.of("nn.div", "nn.mul by the reciprocal"));
  }
}
