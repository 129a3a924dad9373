package org.qopt.target.cpu;

import static org.qopt.quantize.OperandRole.ACTIVATION;
import static org.qopt.quantize.OperandRole.SHARED;
import static org.qopt.quantize.ResultRule.FREE;
import static org.qopt.quantize.ResultRule.SAME_AS_OPERANDS;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qopt.dialect.nn.MeanOp;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.Operation;
import org.qopt.ir.type.TensorType;
import org.qopt.quantize.Limit;
import org.qopt.quantize.Limits;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole.Bias;
import org.qopt.quantize.OperandRole.Weight;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.ResultRule.Fixed;

/** What ONNX Runtime has int8 kernels for, as data. What it has none for stays float. */
public final class CpuProfile {
  /** The name. */
  public static final String NAME = "cpu";

  /** The name of the profile of 7-bit weights. */
  public static final String REDUCED_NAME = "cpu-reduced";

  /** The name of the profile that quantizes whatever has a form. */
  public static final String STATIC_NAME = "cpu-static";

  /**
   * Weights of which two products with uint8 fit 16 bits: {@code 2 * 255 * 64 < 2^15}. Processors
   * without VNNI add products in pairs, in 16 bits that saturate.
   */
  private static final StorageType REDUCED = new StorageType(8, true, -64, 64);

  /**
   * The most products of which a sum of 32 bits may consist: each is at most 255 * 127, and the
   * bias may take half of the range.
   */
  private static final long PRODUCTS = (1L << 30) / (255 * 127);

  /** The same for two activations, each up to 255 less its zero point. */
  private static final long ACTIVATION_PRODUCTS = (1L << 31) / (255 * 255);

  /** For results from 0 to 1: both ends are exact. */
  private static final Fixed UNIT = new Fixed(1 / 255f, -128);

  /** For softmax, whose kernel multiplies by the integer below the inverse of the scale: 255. */
  private static final Fixed SHARE = new Fixed(Math.nextDown(1 / 255f), -128);

  private static final Fixed SYMMETRIC_UNIT = new Fixed(1 / 128f, 0);

  private static final double LARGEST_IMAGE = 1 << 24;

  private static final Limit IMAGE_MEAN =
      new Limit(
          "a mean must be that over the pixels of an image, at least 1 and less than 2^24",
          "nn.transpose so that the axes are 1 and 2 of 4",
          op -> isImageMean(op) ? Optional.empty() : Optional.of(op.operand(0).type().toString()));

  /**
   * On x86, ONNX Runtime compares floats several times as fast as bytes, even with the casts; so
   * only the profile that quantizes whatever has a form has this one.
   */
  private static final OpRule MAX_POOL = OpRule.of("nn.max_pool2d", SAME_AS_OPERANDS, SHARED);

  /** The profile of 8-bit weights. */
  public static final QuantProfile PROFILE =
      of(NAME, StorageType.I8_NARROW)
          .withIslands("nn.conv2d", "nn.depthwise_conv2d", "nn.fully_connected", "nn.matmul");

  /** All profiles of the target; the first is what {@code --legalize=cpu} means. */
  public static final ImmutableList<QuantProfile> ALL =
      ImmutableList.of(
          PROFILE,
          of(REDUCED_NAME, REDUCED).withIslands(PROFILE.anchors().toArray(String[]::new)),
          anchoredEverywhere(of(STATIC_NAME, StorageType.I8_NARROW, MAX_POOL)));

  private CpuProfile() {}

  private static QuantProfile anchoredEverywhere(QuantProfile profile) {
    return profile.withIslands(profile.rules().keySet().toArray(String[]::new));
  }

  private static QuantProfile of(String name, StorageType weight, OpRule... more) {
    return QuantProfile.of(
        name,
        StorageType.I8,
        weight,
        StorageType.I32,
        Stream.of(sums(), functions(), moves(), List.of(more))
            .flatMap(List::stream)
            .map(rule -> rule.with(Limits.staticShapes()))
            .toList(),
        ImmutableMap.of());
  }

  private static List<OpRule> sums() {
    return ImmutableList.of(
        filter("nn.conv2d", 0, 1, 2, 3),
        filter("nn.depthwise_conv2d", 3, 1, 2),
        filter("nn.fully_connected", 0, 1),
        OpRule.of("nn.matmul", FREE, ACTIVATION, ACTIVATION)
            .with(Limits.productsAtMost(ACTIVATION_PRODUCTS, 1, -2)));
  }

  private static OpRule filter(String op, int axis, int... summed) {
    return OpRule.of(op, FREE, ACTIVATION, new Weight(axis), new Bias(0, 1))
        .with(
            Limits.constantOperand(1, "the filter"),
            Limits.constantOperand(2, "the bias"),
            Limits.productsAtMost(PRODUCTS, 1, summed));
  }

  private static List<OpRule> functions() {
    return ImmutableList.of(
        OpRule.of("nn.add", FREE, ACTIVATION, ACTIVATION),
        OpRule.of("nn.mul", FREE, ACTIVATION, ACTIVATION),
        OpRule.of("nn.avg_pool2d", FREE, ACTIVATION),
        OpRule.of("nn.mean", FREE, ACTIVATION).with(IMAGE_MEAN),
        OpRule.of("nn.hard_swish", FREE, ACTIVATION),
        OpRule.of("nn.sigmoid", UNIT, ACTIVATION),
        OpRule.of("nn.tanh", SYMMETRIC_UNIT, ACTIVATION),
        OpRule.of("nn.softmax", SHARE, ACTIVATION)
            .with(Limits.number("beta", "1", beta -> beta == 1, "beta = 1")),
        OpRule.of("nn.hard_sigmoid", UNIT, ACTIVATION)
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
        OpRule.of("nn.relu", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.relu6", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.clamp", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.reshape", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.resize", SAME_AS_OPERANDS, SHARED)
            .with(
                Limits.attributeIs(
                    Mode.NAME, Resampling.attribute(Mode.NEAREST), "mode = \"nearest\"")),
        OpRule.of("nn.transpose", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.concat", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.slice", SAME_AS_OPERANDS, SHARED),
        OpRule.of("nn.pad", SAME_AS_OPERANDS, SHARED)
            .with(Limits.number("value", "finite", Double::isFinite, "a finite padding")));
  }

  private static boolean isImageMean(Operation operation) {
    if (!(operation.operand(0).type() instanceof TensorType type)
        || type.rank() != 4
        || !type.shape().isStatic()) {
      return false;
    }
    boolean[] reduced = Axes.set(new MeanOp(operation).axes(), 4);
    double pixels = (double) type.shape().dim(1) * type.shape().dim(2);
    return !reduced[0]
        && reduced[1]
        && reduced[2]
        && !reduced[3]
        && pixels >= 1
        && pixels < LARGEST_IMAGE;
  }
}
