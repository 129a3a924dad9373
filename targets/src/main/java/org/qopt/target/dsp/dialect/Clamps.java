package org.qopt.target.dsp.dialect;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.dsp.numerics.ClampBounds;

/** The interval that an operation cuts its result to, and the activation that it follows from. */
public final class Clamps {
  /** The name of the interval, {@code array<i32: least, largest>}. */
  public static final String BOUNDS = "clamp";

  /** The name of the exponent of the interval's ends. */
  public static final String EXPONENT = "clamp_exponent";

  /** The activation of an interval of its own. */
  public static final String BOUNDED = "bounded";

  static final String CLAUSE =
      "'clamp' and 'clamp_exponent' follow from 'activation' and the result, whose mantissas the ends are where its exponent is in the type";

  private static final AttributeConstraint NAMES =
      Attributes.oneOf(
          Stream.concat(
                  Arrays.stream(Activation.values()).map(Activation::word), Stream.of(BOUNDED))
              .collect(ImmutableSet.toImmutableSet()));

  private static final AttributeConstraint INTERVAL =
      new AttributeConstraint(
          "array<i32: least, largest>",
          a ->
              a instanceof DenseIntArrayAttr array
                  && array.elementType().equals(IntegerType.I32)
                  && array.values().length() == 2
                  && array.values().get(0) <= array.values().get(1));

  private Clamps() {}

  /** Adds the attributes. */
  static OpDefBuilder attributes(OpDefBuilder builder) {
    return builder
        .attribute(Activation.NAME, NAMES, Activation.DEFAULT)
        .attribute(BOUNDS, INTERVAL, interval(ClampBounds.NONE))
        .attribute(
            EXPONENT, DspAttributes.EXPONENT, DspAttributes.i32(ClampBounds.NONE.exponent()));
  }

  /** {@return the attribute {@link #BOUNDS} for {@code bounds}} */
  public static DenseIntArrayAttr interval(ClampBounds bounds) {
    return DenseIntArrayAttr.i32(bounds.min(), bounds.max());
  }

  /** {@return the name of an activation of which {@code bounds} are, of all such the first} */
  public static String activation(ClampBounds bounds, BlockType result) {
    return Arrays.stream(Activation.values())
        .filter(activation -> of(activation, result).equals(bounds))
        .map(Activation::word)
        .findFirst()
        .orElse(BOUNDED);
  }

  private static ClampBounds of(Activation activation, BlockType result) {
    return ClampBounds.of(activation.min(), activation.max(), result);
  }

  /** {@return the interval of the result of {@code operation}} */
  public static ClampBounds of(Operation operation) {
    if (!operation.def().orElseThrow().declares(BOUNDS)) {
      return ClampBounds.NONE;
    }
    int[] ends = DspAttributes.integers(operation, BOUNDS);
    return new ClampBounds(ends[0], ends[1], DspAttributes.integer(operation, EXPONENT));
  }

  static Optional<String> violation(Operation operation) {
    BlockType result = DspTypes.block(operation.result().type());
    ClampBounds found = of(operation);
    String name = operation.required(Activation.NAME, StringAttr.class).value();
    if (name.equals(BOUNDED)) {
      return result.isDynamic() ? Optional.empty() : mantissas(found, result);
    }
    ClampBounds expected = of(Activation.of(operation), result);
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(
            "expected %s, which is \"%s\" of the result's type, but got %s"
                .formatted(text(expected), name, text(found)));
  }

  /** Checks that the ends are numbers that the result may be, or none. */
  private static Optional<String> mantissas(ClampBounds bounds, BlockType result) {
    if (bounds.exponent() != result.exponent()) {
      return Optional.of(
          "expected 'clamp_exponent' = %d, but got %d"
              .formatted(result.exponent(), bounds.exponent()));
    }
    boolean least = bounds.min() == Integer.MIN_VALUE || holds(result, bounds.min());
    boolean largest = bounds.max() == Integer.MAX_VALUE || holds(result, bounds.max());
    return least && largest
        ? Optional.empty()
        : Optional.of(
            "expected ends from %d to %d, but got %s"
                .formatted(result.min(), result.max(), interval(bounds)));
  }

  private static boolean holds(BlockType type, int mantissa) {
    return mantissa >= type.min() && mantissa <= type.max();
  }

  private static String text(ClampBounds bounds) {
    return "'%s' = %s and '%s' = %d"
        .formatted(BOUNDS, interval(bounds), EXPONENT, bounds.exponent());
  }
}
