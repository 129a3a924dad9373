package org.qopt.ir.attribute;

import java.math.BigInteger;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Type;

/**
 * An integer with its type: {@code 3 : i64}, {@code true}.
 *
 * @param value the number; for a signless type read as two's complement, for {@code i1} 0 or 1
 * @param type an {@link IntegerType} or {@code index}
 */
public record IntegerAttr(BigInteger value, Type type) implements Attribute {
  /** {@code true}. */
  public static final IntegerAttr TRUE = of(1, IntegerType.I1);

  /** {@code false}. */
  public static final IntegerAttr FALSE = of(0, IntegerType.I1);

  /** {@return the integer {@code value} of type {@code type}} */
  public static IntegerAttr of(long value, Type type) {
    return new IntegerAttr(BigInteger.valueOf(value), type);
  }

  /** {@return the integer {@code value} of type {@code i64}} */
  public static IntegerAttr i64(long value) {
    return of(value, IntegerType.I64);
  }

  /** {@return the integer {@code value} of type {@code i32}} */
  public static IntegerAttr i32(int value) {
    return of(value, IntegerType.I32);
  }

  /** {@return the boolean {@code value}} */
  public static IntegerAttr of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /**
   * {@return the value as a {@code long}}
   *
   * @throws ArithmeticException if it does not fit
   */
  public long asLong() {
    return value.longValueExact();
  }

  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof IntegerAttr that && value.equals(that.value) && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return 31 * value.hashCode() + type.hashCode();
  }

  @Override
  public String toString() {
    if (type.equals(IntegerType.I1)) {
      return value.signum() != 0 ? "true" : "false";
    }
    return value + " : " + type;
  }
}
