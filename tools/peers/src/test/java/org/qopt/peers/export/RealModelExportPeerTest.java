package org.qopt.peers.export;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qopt.cli.model.Boundary;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.peers.TfliteReference;
import org.qopt.target.BoundaryRounding;

/**
 * Trained models, quantized, exported and run by TensorFlow Lite: every tensor is that of the
 * interpreter. {@code -Dqopt.test.samples} says over how many inputs.
 */
class RealModelExportPeerTest {
  private static final int SAMPLES = Integer.getInteger("qopt.test.samples", 10);

  /** How far an output of a whole network may be from that of the reference kernels. */
  private static final int MOST_STEPS = 64;

  @ParameterizedTest
  @EnumSource
  void everyTensorIsThatOfTheReferenceKernels(RealModels.Known known) throws IOException {
    compare(legalized(known, "tpu"));
  }

  /** The plain kernels for 16 bits are slow: fewer samples. */
  @ParameterizedTest
  @EnumSource
  void everyTensorOf16BitsIsThatOfTheReferenceKernels(RealModels.Known known) throws IOException {
    RealModels model = legalized(known, "tpu-16x8");
    int few = Math.clamp(SAMPLES / 10, 1, model.samples().size());
    compare(new RealModels(model.module(), List.of(), model.samples().subList(0, few)));
  }

  /** Detectors of text end in transposed convolutions and make their maps larger. */
  @ParameterizedTest
  @CsvSource({"v3, tpu", "v4, tpu", "v4, tpu-16x8"})
  void everyTensorOfDetectorsIsThatOfTheReferenceKernels(String version, String profile)
      throws IOException {
    requirePeer();
    RealModels model = RealModels.detector(version, 1);
    Legalizer.of(profile).legalize(model.module(), model.calibration());
    compare(model);
  }

  private static void compare(RealModels model) {
    long compared = 0;
    try (TfliteComparison comparison = new TfliteComparison(model.module())) {
      for (List<Tensor> sample : model.samples()) {
        compared += comparison.assertEqual(stored(model.module(), sample));
      }
    }
    assertTrue(compared > 10_000L * model.samples().size(), "values of whole models");
  }

  /** The optimized kernels round otherwise: how often is said, and that it does not add up. */
  @ParameterizedTest
  @EnumSource
  void differencesToTheOptimizedKernelsAreCounted(RealModels.Known known) throws IOException {
    RealModels model = legalized(known, "tpu");
    byte[] file = TfliteComparison.export(model.module(), ImmutableMap.of());
    Differences all = new Differences();
    Differences last = new Differences();
    try (TfliteReference reference = TfliteReference.of(file);
        TfliteReference optimized = TfliteReference.optimized(file)) {
      for (List<Tensor> sample : model.samples()) {
        byte[] input = stored(model.module(), sample).getFirst().bytes();
        run(reference, input);
        run(optimized, input);
        for (int i = 0; i < reference.size(); i++) {
          if (reference.isInt8(i) && !reference.name(i).isEmpty()) {
            all.add(reference.int8(i), optimized.int8(i));
          }
        }
        int output = reference.outputs()[0];
        last.add(reference.int8(output), optimized.int8(output));
      }
    }
    System.out.printf(
        "%s by the optimized kernels: all tensors: %s; outputs: %s%n", known, all, last);
    assertTrue(all.values > last.values && last.largest <= MOST_STEPS, last::toString);
  }

  /** How many values differ, and by how much at most. */
  private static final class Differences {
    private long values;
    private long different;
    private int largest;

    void add(byte[] expected, byte[] found) {
      for (int i = 0; i < expected.length; i++) {
        int difference = Math.abs(expected[i] - found[i]);
        different += difference == 0 ? 0 : 1;
        largest = Math.max(largest, difference);
      }
      values += expected.length;
    }

    @Override
    public String toString() {
      return "%d of %d values differ, by %d at most".formatted(different, values, largest);
    }
  }

  private static void run(TfliteReference tflite, byte[] input) {
    tflite.set(tflite.inputs()[0], input);
    tflite.run();
  }

  private static void requirePeer() {
    assumeTrue(
        TfliteReference.unavailable().isEmpty(), () -> TfliteReference.unavailable().orElseThrow());
  }

  private static RealModels legalized(RealModels.Known known, String profile) throws IOException {
    requirePeer();
    RealModels model = known.load(SAMPLES);
    Legalizer.of(profile).legalize(model.module(), model.calibration());
    return model;
  }

  private static List<Tensor> stored(Operation module, List<Tensor> sample) {
    var arguments = MainFunction.of(module).arguments();
    return IntStream.range(0, sample.size())
        .mapToObj(
            i ->
                Boundary.toArgument(
                    sample.get(i), arguments.get(i).type(), BoundaryRounding.HALF_AWAY))
        .toList();
  }
}
