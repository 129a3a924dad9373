package org.qopt.examples.textdirection;

import java.awt.Color;
import java.util.Random;

/**
 * How a line looks.
 *
 * @param size the height of an em in pixels
 * @param boldness the width of the pen that thickens the strokes, in ems; 0 for none
 * @param slant how far to the right a stroke leans per unit of height
 * @param margin the room around the text, in ems
 * @param tilt the angle by which the line deviates from the horizontal, in radians
 * @param ink the colour of the text
 * @param paper the colour of the background
 * @param noise the standard deviation of what is added to each channel, of 255
 */
record LineStyle(
    double size,
    double boldness,
    double slant,
    double margin,
    double tilt,
    Color ink,
    Color paper,
    double noise) {
  private static final double LEAST_CONTRAST = 60;

  /** {@return a style chosen by chance} */
  static LineStyle random(Random random) {
    Color paper = colour(random);
    Color ink = colour(random);
    while (Math.abs(luminance(ink) - luminance(paper)) < LEAST_CONTRAST) {
      paper = colour(random);
      ink = colour(random);
    }
    return new LineStyle(
        random.nextDouble(18, 60),
        random.nextInt(3) == 0 ? random.nextDouble(0.02, 0.06) : 0,
        random.nextInt(4) == 0 ? random.nextDouble(0.1, 0.25) : 0,
        random.nextDouble(0.08, 0.25),
        random.nextDouble(-0.02, 0.02),
        ink,
        paper,
        random.nextDouble(0, 8));
  }

  private static Color colour(Random random) {
    // Mostly greys with a tint, as print has.
    int grey = random.nextInt(256);
    return new Color(tinted(grey, random), tinted(grey, random), tinted(grey, random));
  }

  private static int tinted(int grey, Random random) {
    return Math.clamp(grey + random.nextInt(-40, 41), 0, 255);
  }

  private static double luminance(Color colour) {
    return 0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue();
  }
}
