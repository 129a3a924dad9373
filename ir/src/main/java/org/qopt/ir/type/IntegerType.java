package org.qopt.ir.type;

/**
 * An integer of a fixed width: {@code i8}, {@code si8}, {@code ui8}.
 *
 * @param width number of bits, 0 to {@value #MAX_WIDTH}
 * @param signedness how its bits are read
 */
public record IntegerType(int width, Signedness signedness) implements Type {
  /** MLIR's limit on the width of an integer. */
  public static final int MAX_WIDTH = (1 << 24) - 1;

  /** {@code i1}, the boolean. */
  public static final IntegerType I1 = of(1);

  /** {@code i8}. */
  public static final IntegerType I8 = of(8);

  /** {@code i16}. */
  public static final IntegerType I16 = of(16);

  /** {@code i32}. */
  public static final IntegerType I32 = of(32);

  /** {@code i64}. */
  public static final IntegerType I64 = of(64);

  /** {@code ui8}. */
  public static final IntegerType UI8 = new IntegerType(8, Signedness.UNSIGNED);

  /** How the bits of an integer are read. */
  public enum Signedness {
    /** {@code i8}: the operation decides. */
    SIGNLESS("i"),
    /** {@code si8}: two's complement. */
    SIGNED("si"),
    /** {@code ui8}: never negative. */
    UNSIGNED("ui");

    private final String prefix;

    Signedness(String prefix) {
      this.prefix = prefix;
    }
  }

  /**
   * Checks the width.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  public IntegerType {
    if (width < 0 || width > MAX_WIDTH) {
      throw new IllegalArgumentException("integer width is out of range: " + width);
    }
  }

  /** {@return the signless integer of {@code width} bits} */
  public static IntegerType of(int width) {
    return new IntegerType(width, Signedness.SIGNLESS);
  }

  /** {@return whether its values are never negative} */
  public boolean isUnsigned() {
    return signedness == Signedness.UNSIGNED;
  }

  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof IntegerType that
        && width == that.width
        && signedness == that.signedness;
  }

  @Override
  public int hashCode() {
    return 31 * width + signedness.ordinal();
  }

  @Override
  public String toString() {
    return signedness.prefix + width;
  }
}
