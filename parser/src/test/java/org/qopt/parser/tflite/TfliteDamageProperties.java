package org.qopt.parser.tflite;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.model.Damage;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;
import org.tensorflow.lite.schema.ReducerOptionsT;
import org.tensorflow.lite.schema.SqueezeOptionsT;
import org.tensorflow.lite.schema.StridedSliceOptionsT;
import org.tensorflow.lite.schema.TensorType;

/**
 * Whatever happens to a TensorFlow Lite file, reading it ends with a program that can be verified,
 * or with a diagnostic.
 */
class TfliteDamageProperties {
  private static final byte[] FILE = file();

  @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
  void damagedFilesAreReadOrRefused(@ForAll long seed) {
    byte[] damaged = Damage.of(FILE, seed);
    try {
      Verifier.verify(TfliteModelBuilder.read(damaged), new Diagnostics());
    } catch (InvalidInputException e) {
      assertFalse(e.diagnostics().isEmpty());
    }
  }

  private static byte[] file() {
    TfliteModelBuilder model = new TfliteModelBuilder();
    int x = model.input("x", 1, 4, 4, 2);
    byte[] weights = new byte[3 * 2 * 2 * 2];
    int w = model.constant("w", TensorType.INT8, ByteBuffer.wrap(weights), 3, 2, 2, 2);
    model.quantize(w, new float[] {1, 2, 3}, new long[] {0, 1, 2}, 0);
    int b = model.weights("b", 3);
    int c = model.tensor("c", 1, 4, 4, 3);
    int d = model.tensor("d", 1, 4, 4, 6);
    int s = model.tensor("s", 4, 2, 6);
    int m = model.tensor("m", 4, 1, 6);
    int q = model.tensor("q", 4, 6);
    int y = model.tensor("y", 4, 5);
    Conv2DOptionsT convolution = new Conv2DOptionsT();
    convolution.setStrideH(1);
    convolution.setStrideW(1);
    convolution.setDilationHFactor(1);
    convolution.setDilationWFactor(1);
    ConcatenationOptionsT concatenation = new ConcatenationOptionsT();
    concatenation.setAxis(3);
    StridedSliceOptionsT slice = new StridedSliceOptionsT();
    slice.setShrinkAxisMask(1);
    slice.setEndMask(8);
    ReducerOptionsT mean = new ReducerOptionsT();
    mean.setKeepDims(true);
    SqueezeOptionsT squeeze = new SqueezeOptionsT();
    squeeze.setSqueezeDims(new int[] {1});
    return model
        .node(
            BuiltinOperator.CONV_2D,
            union -> {
              union.setType(BuiltinOptions.Conv2DOptions);
              union.setValue(convolution);
            },
            new int[] {x, w, b},
            c)
        .node(
            BuiltinOperator.CONCATENATION,
            union -> {
              union.setType(BuiltinOptions.ConcatenationOptions);
              union.setValue(concatenation);
            },
            new int[] {c, c},
            d)
        .node(
            BuiltinOperator.STRIDED_SLICE,
            union -> {
              union.setType(BuiltinOptions.StridedSliceOptions);
              union.setValue(slice);
            },
            new int[] {
              d,
              model.integers("from", 0, 0, 0, 0),
              model.integers("to", 1, 4, 4, 0),
              model.integers("by", 1, 1, 2, 1)
            },
            s)
        .node(
            BuiltinOperator.MEAN,
            union -> {
              union.setType(BuiltinOptions.ReducerOptions);
              union.setValue(mean);
            },
            new int[] {s, model.integers("axes", 1)},
            m)
        .node(
            BuiltinOperator.SQUEEZE,
            union -> {
              union.setType(BuiltinOptions.SqueezeOptions);
              union.setValue(squeeze);
            },
            new int[] {m},
            q)
        .node(
            BuiltinOperator.FULLY_CONNECTED,
            union -> {
              union.setType(BuiltinOptions.FullyConnectedOptions);
              union.setValue(new FullyConnectedOptionsT());
            },
            new int[] {q, model.weights("v", 5, 6), -1},
            y)
        .file(y);
  }
}
