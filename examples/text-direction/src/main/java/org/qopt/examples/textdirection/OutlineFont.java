package org.qopt.examples.textdirection;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font of which only the outlines are used. Java's own fonts ask the system for a font
 * configuration, which a machine without a screen may not have; filling paths does not.
 */
final class OutlineFont {
  private static final String LIBERATION_SANS =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;

  private OutlineFont(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /** {@return Liberation Sans, from the class path} */
  static OutlineFont liberationSans() throws IOException {
    try (InputStream stream = TrueTypeFont.class.getResourceAsStream(LIBERATION_SANS)) {
      if (stream == null) {
        throw new IOException("no " + LIBERATION_SANS + " on the class path");
      }
      return new OutlineFont(new TTFParser().parse(new RandomAccessReadBuffer(stream)));
    }
  }

  /**
   * {@return the outlines of a line, its baseline on y = 0, starting at x = 0, y downwards}
   *
   * @param size the height of an em in pixels
   */
  Path2D line(String text, double size) throws IOException {
    Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / unitsPerEm;
    double x = 0;
    for (int codePoint : text.codePoints().toArray()) {
      int glyph = glyphs.getGlyphId(codePoint);
      GlyphData outline = font.getGlyph().getGlyph(glyph);
      if (outline != null) {
        line.append(
            new AffineTransform(scale, 0, 0, -scale, x, 0)
                .createTransformedShape(outline.getPath()),
            false);
      }
      x += font.getAdvanceWidth(glyph) * scale;
    }
    return line;
  }
}
