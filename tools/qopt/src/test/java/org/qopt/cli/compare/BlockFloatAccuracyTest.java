package org.qopt.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.cli.QoptRun;
import org.qopt.parser.array.ArrayFile;
import org.qopt.parser.array.NpyWriter;
import org.qopt.parser.array.SampleSource;

/** How close programs of block floating point come to float on trained models. */
class BlockFloatAccuracyTest {
  private static final int CALIBRATION_SAMPLES = 100;

  /** What 16 bits keep at least, in dB; over all samples it is above 60. */
  private static final double LEAST = 45;

  private final String assets = System.getProperty("qopt.test.assets", "");

  @TempDir private Path folder;

  @BeforeEach
  void thereAreModels() {
    assumeFalse(assets.isEmpty(), "qopt.test.assets names no folder with models");
  }

  @ParameterizedTest
  @CsvSource({"dscnn_kws_fp32, kws, 80", "resnet8_cifar10_fp32, cifar10, 8"})
  void sixteenBitsKeepTheOutputsAndEightBitsAreNoWorseThanScaledIntegers(
      String model, String data, int samples) {
    assertTrue(sqnr("dsp16", model, data, samples) >= LEAST);
    double scaled = sqnr("tpu", model, data, samples);
    assertTrue(sqnr("dsp8-block16", model, data, samples) >= scaled);
    assertTrue(sqnr("mxint8", model, data, samples) >= scaled);
  }

  private double sqnr(String profile, String model, String data, int samples) {
    String file = Path.of(assets, "models", model + ".tflite").toString();
    String program = profile + ".qir";
    cut(data + "_calibration.npy", CALIBRATION_SAMPLES);
    cut(data + "_test_inputs.npy", samples);
    run(
        "--legalize=" + profile,
        file,
        "--calibration-data=" + data + "_calibration.npy",
        "-o",
        program);
    String json = run("compare", file, program, "--data=" + data + "_test_inputs.npy", "--json=-");
    Matcher match = Pattern.compile("\"sqnr_db\": ([-.\\d]+)").matcher(json);
    assertTrue(match.find(), json);
    return Double.parseDouble(match.group(1));
  }

  /** Writes the first samples of an array of the assets into the folder. */
  private void cut(String name, int count) {
    try (ArrayFile file = ArrayFile.open(Path.of(assets, "data", name))) {
      SampleSource all = file.arrays().values().iterator().next();
      try (NpyWriter writer =
          NpyWriter.create(folder.resolve(name), all.kind(), all.sampleShape())) {
        writer.append(all.read(0, count));
        writer.finish();
      }
    }
  }

  private String run(String... words) {
    QoptRun run = QoptRun.in(folder, words);
    assertEquals(0, run.status(), run.err());
    return run.out();
  }
}
