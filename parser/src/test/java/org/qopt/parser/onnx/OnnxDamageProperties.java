package org.qopt.parser.onnx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.qopt.parser.onnx.OnnxModelBuilder.integer;
import static org.qopt.parser.onnx.OnnxModelBuilder.integers;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.model.Damage;

/**
 * Whatever happens to an ONNX file, reading it ends with a program that can be verified, or with a
 * diagnostic.
 */
class OnnxDamageProperties {
  private static final byte[] FILE = file();

  @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
  void damagedFilesAreReadOrRefused(@ForAll long seed) {
    byte[] damaged = Damage.of(FILE, seed);
    try {
      Verifier.verify(
          OnnxReader.read(ModelProto.parseFrom(damaged), damaged.length, Map.of()),
          new Diagnostics());
    } catch (InvalidInputException e) {
      assertFalse(e.diagnostics().isEmpty());
    } catch (InvalidProtocolBufferException e) {
      // The reader of files makes a diagnostic of it.
    }
  }

  private static byte[] file() {
    return new OnnxModelBuilder(12)
        .input("x", "n", 2, 4, 4)
        .weights("w", 3, 2, 2, 2)
        .weights("p", 3)
        .weights("v", 24, 5)
        .integers("from", 1)
        .integers("to", 3)
        .integers("axes", 2)
        .integers("zero", 0)
        .integers("one", 1)
        .integers("rest", -1)
        .integers("pads", 0, 0, 1, 0, 0, 0, 1, 0)
        .node("Conv", "x w p", "c", integers("pads", 0L, 0L, 1L, 1L))
        .node("BatchNormalization", "c p p p p", "b")
        .node("Concat", "b c", "d", integer("axis", 1))
        .node("Slice", "d from to axes", "s")
        .node("Pad", "s pads", "q")
        .node(
            "MaxPool",
            "q",
            "m",
            integers("kernel_shape", 2L, 3L),
            integers("strides", 2L, 2L),
            integer("ceil_mode", 1))
        .node("Shape", "m", "t")
        .node("Slice", "t zero one zero", "batch")
        .node("Concat", "batch rest", "u", integer("axis", 0))
        .node("Reshape", "m u", "f")
        .node("MatMul", "f v", "g")
        .node("Unsqueeze", "g", "h", integers("axes", 1L))
        .node("Transpose", "h", "k", integers("perm", 0L, 2L, 1L))
        .node("ReduceMean", "k", "l", integers("axes", 2L), integer("keepdims", 0))
        .node("Softmax", "l", "y")
        .model("y")
        .toByteArray();
  }
}
