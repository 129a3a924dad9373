package org.qopt.dialect.nn.shape;

import static com.google.common.math.LongMath.saturatedAdd;
import static org.qopt.dialect.nn.shape.ShapeCheck.differ;

import java.util.Optional;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;

/** The shapes of operations that move elements. */
public final class MovementShapes {
  private MovementShapes() {}

  /** {@return the shape of {@code nn.transpose}: dimension i is the input's permutation[i]} */
  public static Shape transpose(ShapeInput input) {
    ShapeCheck.require(MovementShapes::permutation, input);
    int[] permutation = input.ints("permutation");
    long[] dims = new long[permutation.length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = input.shape(0).dim(permutation[i]);
    }
    return Shape.of(dims);
  }

  /** Checks that {@code permutation} holds every axis once. */
  public static Optional<String> permutation(ShapeInput input) {
    DenseIntArrayAttr permutation = input.array("permutation");
    int rank = input.shape(0).rank();
    long[] sorted = permutation.values().stream().sorted().toArray();
    boolean valid = sorted.length == rank;
    for (int i = 0; valid && i < rank; i++) {
      valid = sorted[i] == i;
    }
    return valid
        ? Optional.empty()
        : Optional.of(
            "expected a permutation of the %d axes, but got %s".formatted(rank, permutation));
  }

  /** {@return the shape of {@code nn.concat}: the dimensions along {@code axis} added up} */
  public static Shape concat(ShapeInput input) {
    ShapeCheck.require(MovementShapes::someOperands, input);
    ShapeCheck.require(MovementShapes::concatAxis, input);
    ShapeCheck.require(MovementShapes::concatDims, input);
    int rank = input.shape(0).rank();
    int axis = Axes.normalize(input.integer("axis"), rank);
    long[] dims = input.shape(0).dims().toArray();
    for (int n = 1; n < input.shapes().size(); n++) {
      Shape other = input.shape(n);
      for (int i = 0; i < rank; i++) {
        if (i == axis) {
          boolean open = dims[i] == Shape.DYNAMIC || other.isDynamic(i);
          dims[i] = open ? Shape.DYNAMIC : saturatedAdd(dims[i], other.dim(i));
        } else if (dims[i] == Shape.DYNAMIC) {
          dims[i] = other.dim(i);
        }
      }
    }
    return Shape.of(dims);
  }

  /** Checks that there is an operand. */
  public static Optional<String> someOperands(ShapeInput input) {
    return input.shapes().isEmpty()
        ? Optional.of("expected at least one operand, but got none")
        : Optional.empty();
  }

  /** Checks that the attribute {@code axis} is one of the first operand's, if there is one. */
  public static Optional<String> concatAxis(ShapeInput input) {
    return input.shapes().isEmpty() ? Optional.empty() : Axes.axis(input);
  }

  /** Checks that the operands' shapes are equal but along {@code axis}. */
  public static Optional<String> concatDims(ShapeInput input) {
    if (input.shapes().isEmpty() || concatAxis(input).isPresent()) {
      return Optional.empty();
    }
    Shape first = input.shape(0);
    int axis = Axes.normalize(input.integer("axis"), first.rank());
    for (int n = 1; n < input.shapes().size(); n++) {
      Shape other = input.shape(n);
      boolean equal = other.rank() == first.rank();
      for (int i = 0; equal && i < first.rank(); i++) {
        equal = i == axis || !differ(first.dim(i), other.dim(i));
      }
      if (!equal) {
        return Optional.of(
            "expected shapes that differ along axis %d only, but got [%s] and [%s]"
                .formatted(axis, first, other));
      }
    }
    return Optional.empty();
  }

  /** {@return the shape of {@code nn.pad}: each dimension with its padding before and after} */
  public static Shape pad(ShapeInput input) {
    ShapeCheck.require(MovementShapes::padding, input);
    long[] dims = input.shape(0).dims().toArray();
    int[] padding = input.ints("padding", 2 * input.shape(0).rank(), 0);
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] != Shape.DYNAMIC) {
        dims[i] = saturatedAdd(dims[i], (long) padding[2 * i] + padding[2 * i + 1]);
      }
    }
    return Shape.of(dims);
  }

  /** Checks that {@code padding} has two numbers for each axis, none negative. */
  public static Optional<String> padding(ShapeInput input) {
    int expected = 2 * input.shape(0).rank();
    int found = input.array("padding").values().length();
    return expected == found
        ? Optional.empty()
        : Optional.of(
            "expected 'padding' of %d integers, two for each axis, but got %d"
                .formatted(expected, found));
  }

  /**
   * {@return the shape of the result of an operation that keeps its operand's}
   *
   * @throws InferenceException if there is no operand
   */
  public static Shape same(ShapeInput input) {
    return input.shape(0);
  }
}
