package org.qopt.target.dsp.dialect;

import java.util.Set;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.type.IntegerType;

/** The attributes that the operations of {@code dsp} share. */
public final class DspAttributes {
  /** The name of the width of the accumulator: 32 or 40 bits. */
  public static final String ACCUMULATOR = "accumulator";

  /** The name of the bits of an accumulator below the largest exponent of what it sums. */
  public static final String GUARD = "guard";

  /** The name of the right shift from what is computed to the result, where that is known. */
  public static final String SHIFT = "shift";

  /** The name of the left shift of the bias. */
  public static final String BIAS_SHIFT = "bias_shift";

  static final AttributeConstraint I32 =
      new AttributeConstraint(
          "32-bit integer", a -> a instanceof IntegerAttr i && i.type().equals(IntegerType.I32));

  static final AttributeConstraint WIDTH =
      new AttributeConstraint(
          "32-bit integer 32 or 40",
          a -> I32.accepts().test(a) && Set.of(32L, 40L).contains(((IntegerAttr) a).asLong()));

  static final AttributeConstraint BITS = between(0, 31);
  static final AttributeConstraint EXPONENT = between(-1023, 1023);

  static final AttributeConstraint SHIFTS =
      new AttributeConstraint(
          "array<i32: ...>",
          a -> a instanceof DenseIntArrayAttr array && array.elementType().equals(IntegerType.I32));

  private DspAttributes() {}

  private static AttributeConstraint between(int least, int largest) {
    return new AttributeConstraint(
        "32-bit integer from " + least + " to " + largest,
        a ->
            I32.accepts().test(a)
                && ((IntegerAttr) a).asLong() >= least
                && ((IntegerAttr) a).asLong() <= largest);
  }

  /** {@return the attribute {@code name}, an integer, or its default} */
  public static int integer(Operation operation, String name) {
    return Math.toIntExact(operation.required(name, IntegerAttr.class).asLong());
  }

  /** {@return the attribute {@code name}, an integer, of {@code attributes}, which have it} */
  static int integer(DictionaryAttr attributes, String name) {
    return Math.toIntExact(((IntegerAttr) attributes.entries().get(name)).asLong());
  }

  /** {@return the attribute {@code name}, an array of integers, or its default} */
  public static int[] integers(Operation operation, String name) {
    return operation.required(name, DenseIntArrayAttr.class).toInts();
  }

  static Attribute i32(int value) {
    return IntegerAttr.i32(value);
  }
}
