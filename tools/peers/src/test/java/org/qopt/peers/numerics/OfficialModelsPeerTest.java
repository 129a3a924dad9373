package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.peers.TfliteReference;
import org.qopt.target.tpu.numerics.QuantizeFloat;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorT;

/** Whole int8 models on real inputs: every tensor of every layer, and the chain of all layers. */
class OfficialModelsPeerTest {
  private static final int SAMPLES = 50;

  @ParameterizedTest
  @CsvSource({
    "dscnn_kws_int8_reference.tflite, kws_calibration.npy, FLOAT",
    "resnet8_cifar10_int8_reference.tflite, cifar10_calibration.npy, UNSIGNED_BYTE"
  })
  void everyTensorIsThatOfTheReferenceKernels(String model, String data, Element element)
      throws IOException {
    String folder = System.getProperty("qopt.test.assets", "");
    assumeTrue(!folder.isEmpty(), "qopt.test.assets names no folder with models");
    Peer.requirePeer();
    byte[] file = Files.readAllBytes(Path.of(folder, "models", model));
    ByteBuffer samples = array(Path.of(folder, "data", data));
    ModelT parsed = ModelT.deserializeFromBinary(file);
    try (TfliteReference tflite = TfliteReference.of(file)) {
      int input = tflite.inputs()[0];
      QuantizeFloat quantize = new QuantizeFloat(tflite.scale(input), tflite.zeroPoint(input));
      int size = tflite.int8(input).length;
      for (int sample = 0; sample < SAMPLES; sample++) {
        tflite.set(input, quantize.execute(element.take(samples, size)));
        tflite.run();
        compare(parsed, tflite, "sample " + sample);
      }
    }
  }

  private static void compare(ModelT model, TfliteReference tflite, String sample) {
    int compared = 0;
    byte[][] chain = new byte[tflite.size()][];
    int input = tflite.inputs()[0];
    chain[input] = tflite.int8(input);
    for (OperatorT operation : model.getSubgraphs()[0].getOperators()) {
      LayerKernel layer = new LayerKernel(model, operation);
      chain[layer.output()] = layer.execute(i -> chain[i]);
      assertArrayEquals(
          tflite.int8(layer.output()), chain[layer.output()], () -> sample + ", " + layer);
      compared++;
    }
    assertTrue(compared > 5, "a model of " + compared + " layers");
  }

  /** What a file of samples holds. */
  enum Element {
    FLOAT {
      @Override
      float next(ByteBuffer data) {
        return data.getFloat();
      }
    },
    UNSIGNED_BYTE {
      @Override
      float next(ByteBuffer data) {
        return Byte.toUnsignedInt(data.get());
      }
    };

    abstract float next(ByteBuffer data);

    float[] take(ByteBuffer data, int count) {
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = next(data);
      }
      return values;
    }
  }

  /**
   * {@return the elements of a {@code .npy} file of version 1, which the length of its header
   * precedes}
   */
  private static ByteBuffer array(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.position(10 + bytes.getShort(8));
  }
}
