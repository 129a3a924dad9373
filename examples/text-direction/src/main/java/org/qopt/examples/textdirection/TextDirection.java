package org.qopt.examples.textdirection;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.array.NpyWriter;

/**
 * Makes the files of the example. Every other line is upright (label 0), the others upside down
 * (label 1); equal seeds give equal files.
 */
public final class TextDirection {
  private static final String MODEL = "models/ch_ppocr_mobile_v2.0_cls_infer.onnx";
  private static final int CALIBRATION_LINES = 100;
  private static final int TEST_LINES = 400;
  private static final long CALIBRATION_SEED = 1;
  private static final long TEST_SEED = 2;

  private final LineRenderer renderer;

  private TextDirection(LineRenderer renderer) {
    this.renderer = renderer;
  }

  /**
   * Writes {@code model.onnx}, {@code calibration.npy}, {@code test.npy} and {@code labels.npy}.
   *
   * @param arguments the folder to write them to, which is made if need be
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("usage: TextDirection FOLDER");
      System.exit(2);
    }
    // No screen is needed, and no font of the system.
    System.setProperty("java.awt.headless", "true");
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    extractModel(folder.resolve("model.onnx"));
    TextDirection example = new TextDirection(new LineRenderer(OutlineFont.liberationSans()));
    example.writeLines(CALIBRATION_LINES, CALIBRATION_SEED, folder.resolve("calibration.npy"));
    example.writeLines(TEST_LINES, TEST_SEED, folder.resolve("test.npy"));
    writeLabels(TEST_LINES, folder.resolve("labels.npy"));
  }

  private static void extractModel(Path target) throws IOException {
    try (InputStream model = TextDirection.class.getClassLoader().getResourceAsStream(MODEL)) {
      if (model == null) {
        throw new IOException("no " + MODEL + " on the class path");
      }
      Files.copy(model, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void writeLines(int count, long seed, Path file) throws IOException {
    Random random = new Random(seed);
    try (NpyWriter writer = NpyWriter.create(file, ElementKind.F32, ClassifierInput.SHAPE)) {
      for (int i = 0; i < count; i++) {
        BufferedImage line =
            renderer.draw(LineText.random(random), LineStyle.random(random), random);
        writer.append(ClassifierInput.of(label(i) == 0 ? line : LineRenderer.turned(line)));
      }
      writer.finish();
    }
  }

  private static void writeLabels(int count, Path file) {
    try (NpyWriter writer = NpyWriter.create(file, ElementKind.I32, Shape.of())) {
      for (int i = 0; i < count; i++) {
        writer.append(Tensor.of(Shape.of(1), label(i)));
      }
      writer.finish();
    }
  }

  private static int label(int line) {
    return line % 2;
  }
}
