package org.qopt.dialect.bfp;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import org.qopt.dialect.bfp.Exponents.Static;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.dialect.bfp.Sharing.PerChannel;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.DialectType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.Type;

/**
 * A block floating-point number: {@code mantissa * 2^exponent}, the exponent shared with others.
 * Written {@code !bfp.block<i16, tensor, -12, half_even, symmetric, floor>}: storage, sharing,
 * exponents, rounding, saturation, choice of scale.
 *
 * <p>The sharing is {@code tensor}, {@code channel(AXIS)} or {@code block(N)}; the exponents are an
 * integer (or a list in brackets, one a channel), {@code dynamic} or, where calibration has not
 * decided yet, {@code ?}.
 *
 * @param bits the size of a mantissa: 8 or 16; 32 for what is added to sums
 * @param sharing which elements share an exponent
 * @param exponents where the exponents stand
 * @param rounding how bits that a mantissa has no room for are dropped
 * @param saturation which mantissas there are
 * @param scale how exponents that are not in the type follow from numbers; how those in it did
 */
public record BlockType(
    int bits,
    Sharing sharing,
    Exponents exponents,
    BlockRounding rounding,
    Saturation saturation,
    ScaleChoice scale)
    implements DialectType {
  /** The least {@code floor(log2 M)} of a block: that of all smaller numbers too. */
  public static final int LEAST_LOG = -127;

  /** The largest {@code floor(log2 M)} of a block, which is that of the largest f32. */
  public static final int LARGEST_LOG = 127;

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if they do not; the message says what was expected
   */
  public BlockType {
    if (bits != 8 && bits != 16 && bits != 32) {
      throw new IllegalArgumentException("expected mantissas of i8, i16 or i32, but got i" + bits);
    }
    if (sharing instanceof PerChannel && exponents instanceof Exponents.Dynamic) {
      throw new IllegalArgumentException(
          "expected exponents in the type for %s, but got %s".formatted(sharing, exponents));
    }
    if (exponents instanceof Static(var values)) {
      switch (sharing) {
        case PerTensor _ when values.length() == 1 -> {}
        case PerTensor _ ->
            throw new IllegalArgumentException(
                "expected one exponent for the tensor, but got " + values.length());
        case PerChannel _ -> {}
        case PerBlock blocks ->
            throw new IllegalArgumentException(
                "expected dynamic exponents for %s, but got %s".formatted(blocks, exponents));
      }
      for (int value : values.asList()) {
        if (value < leastExponent(bits) || value > largestExponent(bits)) {
          throw new IllegalArgumentException(
              "expected exponents from %d to %d for i%d, but got %d"
                  .formatted(leastExponent(bits), largestExponent(bits), bits, value));
        }
      }
    }
  }

  /** {@return the least exponent of mantissas of {@code bits} bits} */
  public static int leastExponent(int bits) {
    return LEAST_LOG - (bits - 2);
  }

  /** {@return the largest exponent of mantissas of {@code bits} bits} */
  public static int largestExponent(int bits) {
    return LARGEST_LOG - (bits - 2);
  }

  /** {@return {@code type} itself or its element type, if it is one of these} */
  public static Optional<BlockType> of(Type type) {
    Type element = type instanceof ShapedType shaped ? shaped.elementType() : type;
    return element instanceof BlockType block ? Optional.of(block) : Optional.empty();
  }

  /** {@return this type with its exponents decided, or the other way round} */
  public BlockType with(Exponents other) {
    return new BlockType(bits, sharing, other, rounding, saturation, scale);
  }

  /**
   * {@return this type with all exponents in it larger by {@code bits}}
   *
   * @throws IllegalArgumentException if one would be too large
   * @throws java.util.NoSuchElementException if they are not in the type
   */
  public BlockType raisedBy(int bits) {
    int[] raised = staticExponents().orElseThrow().values().stream().map(e -> e + bits).toArray();
    return with(new Static(ImmutableIntArray.copyOf(raised)));
  }

  /** {@return this type with exponents shared in another way} */
  public BlockType sharedBy(Sharing other) {
    return new BlockType(bits, other, exponents, rounding, saturation, scale);
  }

  /** {@return the exponents in the type, if they stand there} */
  public Optional<Static> staticExponents() {
    return exponents instanceof Static known ? Optional.of(known) : Optional.empty();
  }

  /**
   * {@return the exponent of the whole tensor}
   *
   * @throws IllegalStateException if it is not one that stands in the type
   */
  public int exponent() {
    if (sharing instanceof PerTensor && exponents instanceof Static(var values)) {
      return values.get(0);
    }
    throw new IllegalStateException("there is no one exponent in " + this);
  }

  /** {@return whether exponents are carried beside the mantissas} */
  public boolean isDynamic() {
    return exponents instanceof Exponents.Dynamic;
  }

  /** {@return the type of the mantissas} */
  public IntegerType storage() {
    return IntegerType.of(bits);
  }

  /** {@return how a tensor stores the mantissas} */
  public ElementKind kind() {
    return switch (bits) {
      case 8 -> ElementKind.I8;
      case 16 -> ElementKind.I16;
      default -> ElementKind.I32;
    };
  }

  /** {@return the least mantissa} */
  public long min() {
    return saturation.min(bits);
  }

  /** {@return the largest mantissa} */
  public long max() {
    return saturation.max(bits);
  }

  @Override
  public String dialect() {
    return "bfp";
  }

  @Override
  public String toString() {
    String shown =
        sharing instanceof PerTensor && exponents instanceof Static(var values)
            ? Integer.toString(values.get(0))
            : exponents.toString();
    return "!bfp.block<i%d, %s, %s, %s, %s, %s>"
        .formatted(bits, sharing, shown, rounding.text(), saturation.text(), scale.text());
  }
}
