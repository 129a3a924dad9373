package org.qopt.examples.textdirection;

import java.awt.image.BufferedImage;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * Makes what the classifier takes of an image, as PP-OCR does: resized to a height of 48 with its
 * aspect kept, up to a width of 192; channels blue, green, red, one plane each; values from -1 to
 * 1; the rest of the width filled with zeros on the right.
 */
final class ClassifierInput {
  /** The shape of one sample. */
  static final Shape SHAPE = Shape.of(3, 48, 192);

  private static final int CHANNELS = SHAPE.size(0);
  private static final int HEIGHT = SHAPE.size(1);
  private static final int WIDTH = SHAPE.size(2);

  private final int[] pixels;
  private final int sourceWidth;
  private final int sourceHeight;

  private ClassifierInput(BufferedImage image) {
    sourceWidth = image.getWidth();
    sourceHeight = image.getHeight();
    pixels = image.getRGB(0, 0, sourceWidth, sourceHeight, null, 0, sourceWidth);
  }

  /** {@return one sample, shape 1x3x48x192} */
  static Tensor of(BufferedImage image) {
    return new ClassifierInput(image).tensor();
  }

  private Tensor tensor() {
    int width = Math.min(WIDTH, Math.ceilDiv(HEIGHT * sourceWidth, sourceHeight));
    float[] values = new float[CHANNELS * HEIGHT * WIDTH];
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < width; x++) {
          long level = Math.round(sample(channel, x, y, width));
          values[(channel * HEIGHT + y) * WIDTH + x] = (level / 255f - 0.5f) / 0.5f;
        }
      }
    }
    return Tensor.of(Shape.of(1, CHANNELS, HEIGHT, WIDTH), values);
  }

  /** Interpolates between four pixels; a pixel's value stands at its centre. */
  private double sample(int channel, int x, int y, int width) {
    double sourceX = Math.clamp((x + 0.5) * sourceWidth / width - 0.5, 0, sourceWidth - 1);
    double sourceY = Math.clamp((y + 0.5) * sourceHeight / HEIGHT - 0.5, 0, sourceHeight - 1);
    int left = (int) sourceX;
    int top = (int) sourceY;
    int right = Math.min(left + 1, sourceWidth - 1);
    int bottom = Math.min(top + 1, sourceHeight - 1);
    double across = sourceX - left;
    double down = sourceY - top;
    double upper = level(left, top, channel) * (1 - across) + level(right, top, channel) * across;
    double lower =
        level(left, bottom, channel) * (1 - across) + level(right, bottom, channel) * across;
    return upper * (1 - down) + lower * down;
  }

  private int level(int x, int y, int channel) {
    // Blue, channel 0, is in the lowest byte.
    return pixels[y * sourceWidth + x] >> 8 * channel & 0xFF;
  }
}
