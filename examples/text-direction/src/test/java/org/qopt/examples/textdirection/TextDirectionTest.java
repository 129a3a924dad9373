package org.qopt.examples.textdirection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class TextDirectionTest {
  private static final LineStyle PLAIN =
      new LineStyle(30, 0, 0, 0.1, 0, Color.BLACK, Color.WHITE, 0);

  private static BufferedImage draw(String text, LineStyle style) throws IOException {
    return new LineRenderer(OutlineFont.liberationSans()).draw(text, style, new Random(1));
  }

  /** {@return how many pixels of a row are dark} */
  private static long ink(BufferedImage image, int y) {
    return IntStream.range(0, image.getWidth())
        .filter(x -> (image.getRGB(x, y) & 0xFF) < 128)
        .count();
  }

  @Test
  void lettersStandUpright() throws IOException {
    BufferedImage line = draw("LLLL", PLAIN);
    int last = IntStream.range(0, line.getHeight()).filter(y -> ink(line, y) > 0).max().orElse(0);
    assertTrue(ink(line, last) > 2 * ink(line, line.getHeight() / 2), "the foot of L is below");
    BufferedImage turned = LineRenderer.turned(line);
    assertEquals(ink(line, last), ink(turned, line.getHeight() - 1 - last));
  }

  @Test
  void boldHasMoreInk() throws IOException {
    LineStyle bold = new LineStyle(30, 0.2, 0, 0.1, 0, Color.BLACK, Color.WHITE, 0);
    assertTrue(ink(draw("L", bold), 15) > ink(draw("L", PLAIN), 15));
  }

  @Test
  void equalSeedsGiveEqualLines() throws IOException {
    Tensor first = randomLine(new Random(7));
    assertEquals(first, randomLine(new Random(7)));
    assertNotEquals(first, randomLine(new Random(8)));
  }

  private static Tensor randomLine(Random random) throws IOException {
    LineRenderer renderer = new LineRenderer(OutlineFont.liberationSans());
    return ClassifierInput.of(
        renderer.draw(LineText.random(random), LineStyle.random(random), random));
  }

  @Test
  void inputIsScaledAndFilledWithZeros() {
    BufferedImage image = new BufferedImage(48, 24, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 48; x++) {
        image.setRGB(x, y, 0xFF0033);
      }
    }
    Tensor input = ClassifierInput.of(image);
    assertEquals(Shape.of(1, 3, 48, 192), input.shape());
    int plane = 48 * 192;
    assertEquals(0x33 / 255f * 2 - 1, input.floats()[95], 1e-6f, "blue");
    assertEquals(-1, input.floats()[plane + 95], "green");
    assertEquals(1, input.floats()[2 * plane + 95], "red");
    assertEquals(0, input.floats()[96], "behind the image");
  }

  @Test
  void interpolatesBetweenPixels() {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 0, 0xFFFFFF);
    float[] values = ClassifierInput.of(image).floats();
    assertEquals(-1, values[0]);
    assertEquals(1, values[95]);
    assertEquals(0.01f, values[48], 0.02f);
  }
}
