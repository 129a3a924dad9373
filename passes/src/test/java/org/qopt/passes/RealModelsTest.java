package org.qopt.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.tflite.TfliteReader;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassManager;
import org.qopt.pass.Pipeline;
import org.qopt.passes.canonicalize.CanonicalizePass;
import org.qopt.passes.cse.CsePass;
import org.qopt.passes.shapeinference.ShapeInferencePass;

final class RealModelsTest {
  @ParameterizedTest
  @ValueSource(strings = {"dscnn_kws_fp32.tflite", "resnet8_cifar10_fp32.tflite"})
  void canonicalProgramComputesTheSameUnderTheSameNames(String name) {
    String assets = System.getProperty("qopt.test.assets", "");
    assumeFalse(assets.isEmpty(), "qopt.test.assets names no folder with models");
    Operation module = TfliteReader.read(Path.of(assets, "models", name));
    List<Tensor> before = Programs.run(module, 1);
    var output = Programs.returned(module).result().name();
    PassManager.of(
            Pipeline.of(new ShapeInferencePass(true), CanonicalizePass.CONVERGING, new CsePass()))
        .run(module, PassContext.of(Programs.DIALECTS, new Diagnostics()));
    Programs.assertClose(before, Programs.run(module, 1), 1e-4);
    assertEquals(output, Programs.returned(module).result().name());
  }
}
