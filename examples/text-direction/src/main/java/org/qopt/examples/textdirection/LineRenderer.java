package org.qopt.examples.textdirection;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;

/** Draws lines of text as a camera or a scanner might see them, cut out around the text. */
final class LineRenderer {
  private final OutlineFont font;

  LineRenderer(OutlineFont font) {
    this.font = font;
  }

  /** {@return an upright line; the noise is drawn from {@code random}} */
  BufferedImage draw(String text, LineStyle style, Random random) throws IOException {
    Path2D outlines = font.line(text, style.size());
    outlines.transform(AffineTransform.getShearInstance(-style.slant(), 0));
    outlines.transform(AffineTransform.getRotateInstance(style.tilt()));
    Rectangle2D bounds = outlines.getBounds2D();
    double margin = style.margin() * style.size();
    int width = (int) Math.ceil(bounds.getWidth() + 2 * margin);
    int height = (int) Math.ceil(bounds.getHeight() + 2 * margin);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(style.paper());
    graphics.fillRect(0, 0, width, height);
    graphics.translate(margin - bounds.getX(), margin - bounds.getY());
    graphics.setColor(style.ink());
    graphics.fill(outlines);
    if (style.boldness() > 0) {
      graphics.setStroke(new BasicStroke((float) (style.boldness() * style.size())));
      graphics.draw(outlines);
    }
    graphics.dispose();
    addNoise(image, style.noise(), random);
    return image;
  }

  private static void addNoise(BufferedImage image, double deviation, Random random) {
    int[] pixels = pixels(image);
    for (int i = 0; i < pixels.length; i++) {
      int noisy = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        double value = (pixels[i] >> shift & 0xFF) + random.nextGaussian() * deviation;
        noisy |= Math.clamp(Math.round(value), 0, 255) << shift;
      }
      pixels[i] = noisy;
    }
    setPixels(image, pixels);
  }

  /** {@return the image turned by 180 degrees} */
  static BufferedImage turned(BufferedImage image) {
    int[] pixels = pixels(image);
    int[] reversed = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      reversed[pixels.length - 1 - i] = pixels[i];
    }
    BufferedImage result =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    setPixels(result, reversed);
    return result;
  }

  private static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  private static void setPixels(BufferedImage image, int[] pixels) {
    image.setRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
  }
}
