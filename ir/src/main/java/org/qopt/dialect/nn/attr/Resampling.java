package org.qopt.dialect.nn.attr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;

/**
 * How the pixels of an image of another size are found.
 *
 * @param mode what becomes of the pixels near a place
 * @param coordinates which place of the image a pixel of the result stands for
 * @param rounding which pixel is nearest to a place, in mode {@link Mode#NEAREST}
 */
public record Resampling(Mode mode, Coordinates coordinates, Rounding rounding) {

  /** What becomes of the pixels near a place. */
  public enum Mode {
    /** The nearest one is taken. */
    NEAREST,
    /** The four around the place are weighted by their distance from it. */
    BILINEAR;

    /** The name of the attribute. */
    public static final String NAME = "mode";

    /** What the attribute must be. */
    public static final AttributeConstraint CONSTRAINT = words(values());
  }

  /** Which place of the image pixel i of the result stands for; s is how much it grows. */
  public enum Coordinates {
    /** {@code i / s}. */
    ASYMMETRIC,
    /** {@code (i + 1/2) / s - 1/2}: the middle of a pixel stands for it. */
    HALF_PIXEL,
    /** As {@link #HALF_PIXEL}, but 0 where the result has one pixel. */
    PYTORCH_HALF_PIXEL,
    /** {@code i (input - 1) / (output - 1)}, 0 where the result has one pixel: ends meet. */
    ALIGN_CORNERS;

    /** The name of the attribute. */
    public static final String NAME = "coordinates";

    /** What the attribute must be. */
    public static final AttributeConstraint CONSTRAINT = words(values());
  }

  /** Which pixel is nearest to a place between two. */
  public enum Rounding {
    /** The one before. */
    FLOOR,
    /** The one behind. */
    CEIL,
    /** The nearer one; of two the one before. */
    HALF_DOWN,
    /** The nearer one; of two the one behind. */
    HALF_UP;

    /** The name of the attribute. */
    public static final String NAME = "rounding";

    /** What the attribute must be. */
    public static final AttributeConstraint CONSTRAINT = words(values());

    /** {@return the whole number that is nearest to {@code place}} */
    public int nearest(double place) {
      return (int)
          switch (this) {
            case FLOOR -> Math.floor(place);
            case CEIL -> Math.ceil(place);
            case HALF_DOWN -> Math.ceil(place - 0.5);
            case HALF_UP -> Math.floor(place + 0.5);
          };
    }
  }

  /** {@return what {@code operation}, which has been verified, says} */
  public static Resampling of(Operation operation) {
    return of(operation.allAttributes());
  }

  /** {@return what {@code attributes}, defaults filled in, say} */
  public static Resampling of(DictionaryAttr attributes) {
    return new Resampling(
        value(attributes, Mode.NAME, Mode.values()),
        value(attributes, Coordinates.NAME, Coordinates.values()),
        value(attributes, Rounding.NAME, Rounding.values()));
  }

  /** {@return the attribute that says {@code value}} */
  public static StringAttr attribute(Enum<?> value) {
    return new StringAttr(word(value));
  }

  private static <E extends Enum<E>> E value(DictionaryAttr attributes, String name, E[] values) {
    Optional<String> word =
        attributes
            .find(name)
            .filter(StringAttr.class::isInstance)
            .map(a -> ((StringAttr) a).value());
    return Arrays.stream(values)
        .filter(value -> word.filter(word(value)::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static AttributeConstraint words(Enum<?>[] values) {
    return Attributes.oneOf(
        Arrays.stream(values).map(Resampling::word).collect(Collectors.toUnmodifiableSet()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
