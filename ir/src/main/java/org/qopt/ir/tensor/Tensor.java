package org.qopt.ir.tensor;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import org.qopt.ir.type.Shape;

/**
 * An immutable array of numbers in row-major order. Its elements live in a Java array or, for
 * weights that are mapped from a file, in a memory segment that is read when first asked for. A
 * <em>splat</em> holds one element that stands for all, so that its size in memory does not depend
 * on its shape.
 *
 * <p>The array accessors ({@link #floats()} and its kin) hand out the backing array without a copy:
 * callers must not write to it.
 */
public final class Tensor {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final ElementKind kind;
  private final Shape shape;
  private final Elements elements;
  private final boolean splat;
  private final Optional<Tensor> exponents;

  private Tensor(ElementKind kind, Shape shape, Elements elements, boolean splat) {
    this(kind, shape, elements, splat, Optional.empty());
  }

  private Tensor(
      ElementKind kind, Shape shape, Elements elements, boolean splat, Optional<Tensor> exponents) {
    this.exponents = exponents;
    this.kind = kind;
    this.shape = shape;
    this.elements = elements;
    this.splat = splat;
    long expected = splat ? 1 : shape.elements();
    if (elements.length() != expected) {
      throw new IllegalArgumentException(
          "expected " + expected + " elements for shape " + shape + ", got " + elements.length());
    }
  }

  /** {@return a tensor of {@code f32} backed by {@code values}} */
  public static Tensor of(Shape shape, float... values) {
    return new Tensor(ElementKind.F32, shape, Elements.of(values), false);
  }

  /** {@return a tensor of {@code i8} backed by {@code values}} */
  public static Tensor of(Shape shape, byte... values) {
    return new Tensor(ElementKind.I8, shape, Elements.of(values), false);
  }

  /** {@return a tensor of {@code i32} backed by {@code values}} */
  public static Tensor of(Shape shape, int... values) {
    return new Tensor(ElementKind.I32, shape, Elements.of(values), false);
  }

  /** {@return a tensor of {@code i64} backed by {@code values}} */
  public static Tensor of(Shape shape, long... values) {
    return new Tensor(ElementKind.I64, shape, Elements.of(values), false);
  }

  /**
   * {@return a tensor backed by {@code array}}
   *
   * @param array a {@code byte[]}, {@code short[]}, {@code int[]}, {@code long[]}, {@code float[]}
   *     or {@code double[]} whose element size is that of {@code kind}
   * @throws IllegalArgumentException if array and kind, or array and shape, do not fit
   */
  public static Tensor of(ElementKind kind, Shape shape, Object array) {
    return new Tensor(kind, shape, Elements.of(kind, array), false);
  }

  /**
   * {@return a tensor that reads its elements from little-endian memory when first asked}
   *
   * @param memory exactly the bytes of the elements
   */
  public static Tensor mapped(ElementKind kind, Shape shape, MemorySegment memory) {
    return new Tensor(kind, shape, Elements.mapped(kind, memory), false);
  }

  /** {@return a tensor in which every element is the only one of {@code element}} */
  public static Tensor splat(Shape shape, Tensor element) {
    if (element.elements.length() != 1) {
      throw new IllegalArgumentException("a splat is made of one element");
    }
    return new Tensor(element.kind, shape, element.elements, true);
  }

  /** {@return these elements as mantissas that share the exponents {@code shared}} */
  public Tensor withExponents(Tensor shared) {
    return new Tensor(kind, shape, elements, splat, Optional.of(shared));
  }

  /** {@return these elements alone} */
  public Tensor withoutExponents() {
    return exponents.isEmpty() ? this : new Tensor(kind, shape, elements, splat);
  }

  /**
   * {@return the exponents that the elements, mantissas of a block floating-point value, share;
   * which of them belongs to an element, its type says. Whatever makes another tensor of this one
   * leaves them out}
   */
  public Optional<Tensor> exponents() {
    return exponents;
  }

  /** {@return how the elements are stored} */
  public ElementKind kind() {
    return kind;
  }

  /** {@return the dimensions, all static} */
  public Shape shape() {
    return shape;
  }

  /** {@return the number of elements} */
  public long size() {
    // The shape would multiply its dimensions each time that a loop asks.
    return splat ? shape.elements() : elements.length();
  }

  /** {@return whether one stored element stands for all} */
  public boolean isSplat() {
    return splat;
  }

  /** {@return element {@code index} in row-major order as a {@code double}} */
  public double real(long index) {
    return elements.real(splat ? 0 : index);
  }

  /** {@return element {@code index} in row-major order as a {@code long}; a float is truncated} */
  public long integer(long index) {
    return elements.integer(splat ? 0 : index);
  }

  /** {@return the elements of a tensor of {@code f32}; not to be written to} */
  public float[] floats() {
    float[] stored = (float[]) elements.array();
    return splat ? fill(new float[count()], a -> Arrays.fill(a, stored[0])) : stored;
  }

  /** {@return the elements of a tensor of {@code f64}; not to be written to} */
  public double[] doubles() {
    double[] stored = (double[]) elements.array();
    return splat ? fill(new double[count()], a -> Arrays.fill(a, stored[0])) : stored;
  }

  /** {@return the elements of a tensor of one byte each; not to be written to} */
  public byte[] bytes() {
    byte[] stored = (byte[]) elements.array();
    return splat ? fill(new byte[count()], a -> Arrays.fill(a, stored[0])) : stored;
  }

  /** {@return the elements of a tensor of two bytes each, as their bits; not to be written to} */
  public short[] shorts() {
    short[] stored = (short[]) elements.array();
    return splat ? fill(new short[count()], a -> Arrays.fill(a, stored[0])) : stored;
  }

  /** {@return the elements of a tensor of 32-bit integers; not to be written to} */
  public int[] ints() {
    int[] stored = (int[]) elements.array();
    return splat ? fill(new int[count()], a -> Arrays.fill(a, stored[0])) : stored;
  }

  /** {@return the elements of a tensor of 64-bit integers; not to be written to} */
  public long[] longs() {
    long[] stored = (long[]) elements.array();
    return splat ? fill(new long[count()], a -> Arrays.fill(a, stored[0])) : stored;
  }

  /** {@return the stored elements as little-endian bytes; one element for a splat} */
  public MemorySegment memory() {
    return elements.memory();
  }

  /**
   * {@return the same elements in the same order under another shape}
   *
   * @throws IllegalArgumentException if the number of elements differs
   */
  public Tensor reshaped(Shape newShape) {
    if (newShape.elements() != size()) {
      throw new IllegalArgumentException(shape + " cannot be reshaped to " + newShape);
    }
    return new Tensor(kind, newShape, elements, splat);
  }

  /**
   * {@return the elements converted to {@code target}: floats rounded to the nearest, halves to
   * even; floats to integers truncated towards zero, as in Java; integers wrapped}
   */
  public Tensor cast(ElementKind target) {
    if (target == kind) {
      return this;
    }
    return new Tensor(target, shape, elements.cast(target), splat);
  }

  private int count() {
    long count = shape.elements();
    if (count > LARGEST_ARRAY) {
      // What Java itself throws for an array that is too long: only a splat can come here.
      throw new OutOfMemoryError("an array of " + count + " elements");
    }
    return (int) count;
  }

  private static <T> T fill(T array, java.util.function.Consumer<T> filler) {
    filler.accept(array);
    return array;
  }

  /** {@return whether the other is a tensor of equal kind, shape, bits and exponents} */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && kind == that.kind
        && shape.equals(that.shape)
        && exponents.equals(that.exponents)
        && (splat == that.splat
            ? elements.sameBits(that.elements)
            : splat ? that.isFilledWith(this) : isFilledWith(that));
  }

  private boolean isFilledWith(Tensor element) {
    return elements.allSameBitsAs(element.elements);
  }

  @Override
  public int hashCode() {
    // Not the elements: hashing must not read a mapped file through.
    return 31 * kind.hashCode() + shape.hashCode();
  }

  @Override
  public String toString() {
    return "Tensor[" + shape + "x" + kind.type() + (splat ? ", splat" : "") + "]";
  }
}
