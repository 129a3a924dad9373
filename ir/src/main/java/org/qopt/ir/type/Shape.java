package org.qopt.ir.type;

import com.google.common.primitives.ImmutableLongArray;

/**
 * The dimensions of a tensor, outermost first. A dimension is zero or more, or {@link #DYNAMIC}
 * when it is not known before the program runs.
 *
 * @param dims the dimensions; empty for a scalar
 */
public record Shape(ImmutableLongArray dims) {
  /** Stands for a dimension that is known only at run time; printed as {@code ?}. */
  public static final long DYNAMIC = Long.MIN_VALUE;

  private static final Shape SCALAR = new Shape(ImmutableLongArray.of());

  /**
   * Checks the dimensions.
   *
   * @throws IllegalArgumentException if one is negative and not {@link #DYNAMIC}
   */
  public Shape {
    for (int i = 0; i < dims.length(); i++) {
      if (dims.get(i) < 0 && dims.get(i) != DYNAMIC) {
        throw new IllegalArgumentException("dimension " + i + " is negative: " + dims.get(i));
      }
    }
  }

  /** {@return the shape with these dimensions} */
  public static Shape of(long... dims) {
    return dims.length == 0 ? SCALAR : new Shape(ImmutableLongArray.copyOf(dims));
  }

  /** {@return the number of dimensions} */
  public int rank() {
    return dims.length();
  }

  /**
   * {@return dimension {@code axis}; a negative axis counts from the end}
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public long dim(int axis) {
    return dims.get(axis < 0 ? axis + rank() : axis);
  }

  /**
   * {@return static dimension {@code axis} as an {@code int}}
   *
   * @throws ArithmeticException if it is dynamic or above {@link Integer#MAX_VALUE}
   */
  public int size(int axis) {
    long dim = dim(axis);
    if (dim == DYNAMIC) {
      throw new ArithmeticException("dimension " + axis + " of " + this + " is not known");
    }
    return Math.toIntExact(dim);
  }

  /** {@return whether dimension {@code axis} is not known} */
  public boolean isDynamic(int axis) {
    return dim(axis) == DYNAMIC;
  }

  /** {@return whether every dimension is known} */
  public boolean isStatic() {
    return !dims.contains(DYNAMIC);
  }

  /**
   * {@return the number of elements, 1 for a scalar}
   *
   * @throws ArithmeticException if a dimension is dynamic or the number exceeds a {@code long}
   */
  public long elements() {
    long product = 1;
    for (int i = 0; i < rank(); i++) {
      if (isDynamic(i)) {
        throw new ArithmeticException("the number of elements of " + this + " is not known");
      }
      product = Math.multiplyExact(product, dims.get(i));
    }
    return product;
  }

  /** {@return this shape with dimension {@code axis} replaced} */
  public Shape with(int axis, long dim) {
    long[] copy = dims.toArray();
    copy[axis < 0 ? axis + copy.length : axis] = dim;
    return of(copy);
  }

  /**
   * {@return whether a tensor of this shape could also have the other: ranks and known dimensions
   * agree}
   */
  public boolean isCompatibleWith(Shape other) {
    if (rank() != other.rank()) {
      return false;
    }
    for (int i = 0; i < rank(); i++) {
      if (!isDynamic(i) && !other.isDynamic(i) && dim(i) != other.dim(i)) {
        return false;
      }
    }
    return true;
  }

  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && dims.equals(that.dims);
  }

  @Override
  public int hashCode() {
    return dims.hashCode();
  }

  /** {@return the dimensions joined by {@code x}, as {@code 1x?x8}; empty for a scalar} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rank(); i++) {
      text.append(i > 0 ? "x" : "");
      if (isDynamic(i)) {
        text.append('?');
      } else {
        text.append(dims.get(i));
      }
    }
    return text.toString();
  }
}
