package org.qopt.ir.attribute;

import com.google.common.primitives.ImmutableLongArray;
import org.qopt.ir.type.IntegerType;

/**
 * A list of integers: {@code array<i64: 1, 2>}.
 *
 * @param elementType the type of each
 * @param values the integers
 */
public record DenseIntArrayAttr(IntegerType elementType, ImmutableLongArray values)
    implements Attribute {

  /** {@return {@code array<i64: values>}} */
  public static DenseIntArrayAttr i64(long... values) {
    return new DenseIntArrayAttr(IntegerType.I64, ImmutableLongArray.copyOf(values));
  }

  /** {@return {@code array<i32: values>}} */
  public static DenseIntArrayAttr i32(int... values) {
    return of(IntegerType.I32, values);
  }

  /** {@return {@code array<i8: values>}} */
  public static DenseIntArrayAttr i8(int... values) {
    return of(IntegerType.I8, values);
  }

  private static DenseIntArrayAttr of(IntegerType type, int[] values) {
    var builder = ImmutableLongArray.builder(values.length);
    for (int value : values) {
      builder.add(value);
    }
    return new DenseIntArrayAttr(type, builder.build());
  }

  /**
   * {@return the integers as {@code int}s}
   *
   * @throws ArithmeticException if one does not fit
   */
  public int[] toInts() {
    int[] ints = new int[values.length()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = Math.toIntExact(values.get(i));
    }
    return ints;
  }

  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof DenseIntArrayAttr that
        && elementType.equals(that.elementType)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return 31 * elementType.hashCode() + values.hashCode();
  }

  @Override
  public String toString() {
    if (values.isEmpty()) {
      return "array<" + elementType + ">";
    }
    boolean booleans = elementType.equals(IntegerType.I1);
    StringBuilder text = new StringBuilder("array<").append(elementType);
    for (int i = 0; i < values.length(); i++) {
      text.append(i == 0 ? ": " : ", ");
      if (booleans) {
        text.append(values.get(i) != 0);
      } else {
        text.append(values.get(i));
      }
    }
    return text.append('>').toString();
  }
}
