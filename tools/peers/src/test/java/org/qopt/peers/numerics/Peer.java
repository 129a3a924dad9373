package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Function;
import org.qopt.peers.TfliteReference;

/**
 * Runs a model once in TensorFlow Lite; a test that calls it is skipped where that does not exist.
 */
final class Peer {
  private Peer() {}

  /** {@return the model's int8 result for int8 inputs} */
  static byte[] int8(byte[] model, byte[]... inputs) {
    return run(
        model,
        tflite -> {
          for (int i = 0; i < inputs.length; i++) {
            tflite.set(tflite.inputs()[i], inputs[i]);
          }
          tflite.run();
          return tflite.int8(tflite.outputs()[0]);
        });
  }

  /** {@return what a function makes of the loaded model} */
  static <T> T run(byte[] model, Function<TfliteReference, T> use) {
    requirePeer();
    try (TfliteReference tflite = TfliteReference.of(model)) {
      return use.apply(tflite);
    }
  }

  static void requirePeer() {
    assumeTrue(
        TfliteReference.unavailable().isEmpty(), () -> TfliteReference.unavailable().orElseThrow());
  }
}
