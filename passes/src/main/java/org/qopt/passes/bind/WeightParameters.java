package org.qopt.passes.bind;

import com.google.common.primitives.Floats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.qopt.dialect.calib.BiasOp;
import org.qopt.dialect.calib.WeightOp;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.interpret.Constants;
import org.qopt.ir.tensor.Tensor;
import org.qopt.pass.remark.Remark;
import org.qopt.quantize.WeightChannels;
import org.qopt.quantize.WeightScales;

/**
 * The scales of all weights, one a channel or one for all. They are those of {@link WeightScales},
 * raised where the bias of a channel, whose scale is that of the input times that of the weights,
 * would need more than half of the integers that store it; the other half is left to the sums.
 *
 * <p>The scale of a channel whose weights are all 0, or that has none, says nothing of them: it is
 * the one that stores the channel's bias in the finest steps that leave the same room.
 */
final class WeightParameters {
  private final ObservedParameters observed;
  private final Consumer<Remark> remarks;

  /** By the weights alone. */
  private final Map<Operation, float[]> own = new LinkedHashMap<>();

  /** 0 for a channel of zeros until a bias asks for a scale. */
  private final Map<Operation, float[]> scales = new LinkedHashMap<>();

  private final Map<Operation, BitSet> zeros = new LinkedHashMap<>();

  /** A channel whose weights have another scale than their own range asks for. */
  private record Raised(int channel, float bias, float from, float to) {}

  private WeightParameters(ObservedParameters observed, Consumer<Remark> remarks) {
    this.observed = observed;
    this.remarks = remarks;
  }

  /** {@return the scales of all {@code calib.weight} among the operations} */
  static WeightParameters of(
      List<Operation> operations, ObservedParameters observed, Consumer<Remark> remarks) {
    WeightParameters parameters = new WeightParameters(observed, remarks);
    operations.stream().filter(op -> op.is(WeightOp.DEF)).forEach(parameters::measure);
    operations.stream().filter(op -> op.is(BiasOp.DEF)).forEach(parameters::makeRoom);
    parameters.scales.keySet().forEach(parameters::settle);
    return parameters;
  }

  /** {@return the scale of each channel of the result of a {@code calib.weight}} */
  float[] of(Operation weight) {
    return scales.get(weight);
  }

  /** {@return the scale of each channel of the result of a {@code calib.bias}} */
  float[] ofBias(Operation bias) {
    float[] weightScales = scales.get(definition(bias.operand(2), bias));
    float[] result = new float[weightScales.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = inputScale(bias) * weightScales[i];
    }
    return result;
  }

  /** {@return the {@code calib.weight} that a {@code calib.bias} belongs to} */
  Operation weightOf(Operation bias) {
    return definition(bias.operand(2), bias);
  }

  /** {@return the constant that is operand 0} */
  static Tensor constant(Operation operation) {
    return Constants.evaluate(operation.operand(0))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    operation.reportLocation(),
                    "'%s' op expects a constant, but got a computed value of type %s"
                        .formatted(operation.name(), operation.operand(0).type())));
  }

  private void measure(Operation weight) {
    Tensor constant = constant(weight);
    ConstantRanges.requireFinite(constant, weight);
    Optional<float[]> given = given(weight, constant);
    float[] fine =
        given.orElseGet(
            () ->
                WeightScales.of(
                    constant,
                    new WeightOp(weight).axis(),
                    ObservedParameters.storage(weight).storage()));
    float[] coarse = fine.clone();
    SumRoom room = new SumRoom(observed);
    if (given.isEmpty() || !room.holds(weight, constant, fine, Optional.empty())) {
      room.raise(weight, constant, coarse)
          .ifPresent(channel -> remark(weight, channel, fine, coarse));
    }
    own.put(weight, coarse.clone());
    BitSet zero = given.isPresent() ? new BitSet() : zeros(constant, new WeightOp(weight).axis());
    zero.stream().forEach(channel -> coarse[channel] = 0);
    zeros.put(weight, zero);
    scales.put(weight, coarse);
  }

  /** {@return the scales that 'storage' says, if it says some} */
  private static Optional<float[]> given(Operation weight, Tensor constant) {
    OptionalInt axis = new WeightOp(weight).axis();
    return switch (ObservedParameters.storage(weight)) {
      case UniformQuantizedType one -> {
        float[] all = new float[axis.isPresent() ? constant.shape().size(axis.getAsInt()) : 1];
        Arrays.fill(all, one.scale32());
        yield Optional.of(all);
      }
      case UniformQuantizedPerAxisType many -> Optional.of(Floats.toArray(many.scales().asList()));
      case AnyQuantizedType _ -> Optional.empty();
    };
  }

  /** {@return the channels that have no weight but 0} */
  private static BitSet zeros(Tensor constant, OptionalInt axis) {
    float[][] channels = WeightChannels.of(constant, axis);
    BitSet zeros = new BitSet(channels.length);
    for (int i = 0; i < channels.length; i++) {
      zeros.set(i, Floats.asList(channels[i]).stream().allMatch(value -> value == 0));
    }
    return zeros;
  }

  /** Channels of zeros without a bias have a scale, too. */
  private void settle(Operation weight) {
    float[] settled = scales.get(weight);
    for (int i = 0; i < settled.length; i++) {
      settled[i] = settled[i] == 0 ? own.get(weight)[i] : settled[i];
    }
  }

  private void remark(Operation weight, int first, float[] fine, float[] coarse) {
    long others = IntStream.range(0, fine.length).filter(i -> fine[i] != coarse[i]).count() - 1;
    remarks.accept(
        Remark.of(
                Remark.Kind.ANALYSIS,
                BindCalibrationPass.NAME,
                "raised-scale",
                weight,
                "sums of channel %d%s could exceed 32 bits: the scale of the channel's weights is raised to %s, which leaves them %d of %d steps"
                    .formatted(
                        first,
                        others(others),
                        coarse[first],
                        steps(weight, fine[first], coarse[first]),
                        steps(weight, 1, 1)))
            .with("weight-scale", fine[first])
            .shownAlways());
  }

  /** {@return how many steps are left of the largest weight, whose scale was raised} */
  private static long steps(Operation weight, float from, float to) {
    long most = ObservedParameters.storage(weight).storage().max();
    return Math.round(most * ((double) from / to));
  }

  private static String others(long count) {
    return switch ((int) Math.min(count, 2)) {
      case 0 -> "";
      case 1 -> ", as those of another one,";
      default -> ", as those of %d others,".formatted(count);
    };
  }

  private void makeRoom(Operation bias) {
    Tensor constant = constant(bias);
    ConstantRanges.requireFinite(constant, bias);
    Operation weight = definition(bias.operand(2), bias);
    float[] weightScales = scales.get(weight);
    if (constant.shape().rank() != 1
        || (weightScales.length > 1 && constant.size() != weightScales.length)) {
      throw new InvalidInputException(
          bias.reportLocation(),
          "'%s' op expects one value for each of %d channels, but got [%s]"
              .formatted(bias.name(), weightScales.length, constant.shape()));
    }
    Optional<Tensor> integers = CarriedBias.integers(bias, ofBias(bias));
    if (integers.isPresent() && hasRoom(weight, weightScales, integers.get())) {
      return;
    }
    long limit = ObservedParameters.storage(bias).storage().max() / 2;
    float inputScale = inputScale(bias);
    List<Raised> raised = new ArrayList<>();
    for (int i = 0; i < constant.size(); i++) {
      double least = Math.max(Math.abs(constant.real(i)) / limit, Float.MIN_NORMAL) / inputScale;
      int channel = weightScales.length == 1 ? 0 : i;
      if (zeros.get(weight).get(channel)) {
        if (constant.real(i) != 0 && weightScales[channel] < least) {
          weightScales[channel] = Math.max(Math.nextUp((float) least), Float.MIN_NORMAL);
        }
      } else if (weightScales[channel] < least) {
        float was = weightScales[channel];
        weightScales[channel] = Math.nextUp((float) least);
        raised.add(new Raised(i, (float) constant.real(i), was, weightScales[channel]));
      }
      if (Float.isInfinite(inputScale * weightScales[channel])) {
        throw new InvalidInputException(
            bias.reportLocation(),
            "'%s' op has no scale: that of the input, %s, times that of the weights, %s, is no f32"
                .formatted(bias.name(), inputScale, weightScales[channel]));
      }
    }
    remark(bias, raised, weight);
  }

  /** {@return whether integers that the program has may stay; if not, room is made for others} */
  private boolean hasRoom(Operation weight, float[] scales, Tensor integers) {
    SumRoom room = new SumRoom(observed);
    Tensor constant = constant(weight);
    boolean holds = room.holds(weight, constant, scales, Optional.of(integers));
    if (!holds) {
      float[] fine = scales.clone();
      room.raise(weight, constant, scales)
          .ifPresent(channel -> remark(weight, channel, fine, scales));
    }
    return holds;
  }

  private void remark(Operation bias, List<Raised> raised, Operation weight) {
    if (raised.isEmpty()) {
      return;
    }
    Raised first = raised.getFirst();
    remarks.accept(
        Remark.of(
                Remark.Kind.ANALYSIS,
                BindCalibrationPass.NAME,
                "raised-scale",
                bias,
                "the bias of channel %d%s is too large for its scale: the scale of the channel's weights is raised to %s, which leaves them %d of %d steps"
                    .formatted(
                        first.channel(),
                        others(raised.size() - 1),
                        first.to(),
                        steps(weight, first.from(), first.to()),
                        steps(weight, 1, 1)))
            .with("bias", first.bias())
            .with("input-scale", inputScale(bias))
            .with("weight-scale", first.from())
            .withNote(weight.reportLocation(), "the weights are here")
            .shownAlways());
  }

  private float inputScale(Operation bias) {
    Value input = bias.operand(1);
    return observed
        .of(input)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    bias.reportLocation(),
                    "'%s' op expects an input that is observed".formatted(bias.name())))
        .scale32();
  }

  private Operation definition(Value weight, Operation bias) {
    return weight
        .definingOp()
        .filter(scales::containsKey)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    bias.reportLocation(),
                    "'%s' op expects weights that come from 'calib.weight'"
                        .formatted(bias.name())));
  }
}
