package org.qopt.dialect.nn.attr;

import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.type.FloatType;

/** The attribute constraints of {@code nn}. Sizes are bounded, so that sums of a few never wrap. */
public final class NnAttributes {
  private static final int LARGEST = 1 << 24;

  /** Height and width of strides, dilations or a window: at least 1. */
  public static final AttributeConstraint SPATIAL = sizes(2, 1);

  /** How much height and width grow: numbers above 0. */
  public static final AttributeConstraint SCALES =
      new AttributeConstraint(
          "array<f32: ...> of 2 numbers above 0, at most " + LARGEST,
          a ->
              a instanceof DenseFloatArrayAttr(var type, var values)
                  && type == FloatType.F32
                  && values.length() == 2
                  && values.stream().allMatch(v -> v > 0 && v <= LARGEST));

  /** Rows and columns of padding: top, bottom, left, right. */
  public static final AttributeConstraint PADDING = sizes(4, 0);

  /** A count of at least 1. */
  public static final AttributeConstraint COUNT =
      new AttributeConstraint(
          "64-bit integer from 1 to " + LARGEST,
          a -> Attributes.I64.accepts().test(a) && isSize(((IntegerAttr) a).asLong(), 1));

  /** An axis; a negative one counts from the end. Whether it exists is for a clause to say. */
  public static final AttributeConstraint AXIS =
      new AttributeConstraint(
          "64-bit integer from -" + LARGEST + " to " + LARGEST,
          a -> Attributes.I64.accepts().test(a) && isSize(((IntegerAttr) a).asLong(), -LARGEST));

  /** Axes; negative ones count from the end. */
  public static final AttributeConstraint AXES =
      new AttributeConstraint(
          "array<i64: ...> of axes",
          a ->
              Attributes.I64_ARRAY.accepts().test(a)
                  && ((DenseIntArrayAttr) a).values().stream().allMatch(v -> isSize(v, -LARGEST)));

  /** Height and width of what is added: at least 0. */
  public static final AttributeConstraint EXTRA = sizes(2, 0);

  /** Non-negative sizes, any number of them. */
  public static final AttributeConstraint SIZES =
      new AttributeConstraint(
          "array<i64: ...> of integers from 0 to " + LARGEST,
          a ->
              Attributes.I64_ARRAY.accepts().test(a)
                  && ((DenseIntArrayAttr) a).values().stream().allMatch(v -> isSize(v, 0)));

  /** The dimensions to reshape to; -1 stands for what is left. */
  public static final AttributeConstraint DIMENSIONS =
      new AttributeConstraint(
          "array<i64: ...> of integers of at least -1",
          a ->
              Attributes.I64_ARRAY.accepts().test(a)
                  && ((DenseIntArrayAttr) a).values().stream().allMatch(v -> v >= -1));

  private NnAttributes() {}

  private static AttributeConstraint sizes(int length, int least) {
    return new AttributeConstraint(
        "array<i64: ...> of " + length + " integers from " + least + " to " + LARGEST,
        a ->
            Attributes.i64Array(length, least).accepts().test(a)
                && ((DenseIntArrayAttr) a).values().stream().allMatch(v -> isSize(v, least)));
  }

  private static boolean isSize(long value, int least) {
    return value >= least && value <= LARGEST;
  }
}
