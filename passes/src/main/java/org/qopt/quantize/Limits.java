package org.qopt.quantize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The limits that many operations of many targets share. */
public final class Limits {
  private static final Set<String> MARKS = Set.of("bfp", "calib", "quant");

  private static final Limit STATIC_SHAPES =
      new Limit(
          "every dimension must be known",
          "fix the dimensions of the inputs, as --input-shape does",
          op ->
              Stream.concat(op.operandTypes().stream(), op.resultTypes().stream())
                  .filter(type -> !isStatic(type))
                  .findFirst()
                  .map(Type::toString));

  private Limits() {}

  /** {@return the limit that the shapes of all operands and results are known} */
  public static Limit staticShapes() {
    return STATIC_SHAPES;
  }

  /** {@return the limit that operand {@code index}, called {@code name}, is a constant} */
  public static Limit constantOperand(int index, String name) {
    return new Limit(
        name + " must be a constant",
        "compute it before the program runs",
        op ->
            op.operandCount() <= index || isConstant(op.operand(index))
                ? Optional.empty()
                : Optional.of("a value of type " + op.operand(index).type()));
  }

  /** {@return the limit that attribute {@code name} is {@code expected}} */
  public static Limit attributeIs(String name, Attribute expected, String nearest) {
    return new Limit(
        "'" + name + "' must be " + expected,
        nearest,
        op ->
            op.required(name, Attribute.class).equals(expected)
                ? Optional.empty()
                : Optional.of(op.required(name, Attribute.class).toString()));
  }

  /** {@return the limit that attribute {@code name}, a float, is one of those that {@code fits}} */
  public static Limit number(String name, String expected, DoublePredicate fits, String nearest) {
    return new Limit(
        "'" + name + "' must be " + expected,
        nearest,
        op ->
            fits.test(op.required(name, FloatAttr.class).value())
                ? Optional.empty()
                : Optional.of(op.required(name, FloatAttr.class).toString()));
  }

  /** {@return the limit that attribute {@code name} of type i64 names the operand's last axis} */
  public static Limit lastAxis(String name, String nearest) {
    return new Limit(
        "'" + name + "' must be the last axis",
        nearest,
        op -> {
          long axis = op.required(name, IntegerAttr.class).asLong();
          int rank = rank(op.operand(0));
          return axis == -1 || axis == rank - 1
              ? Optional.empty()
              : Optional.of(axis + " of a tensor of " + rank + " dimensions");
        });
  }

  /** {@return the limit that no operand or result has more than {@code most} dimensions} */
  public static Limit rankAtMost(int most) {
    return new Limit(
        "a tensor may have at most " + most + " dimensions",
        "merge neighbouring dimensions with nn.reshape",
        op ->
            Stream.of(op.operands(), List.copyOf(op.results()))
                .flatMap(List::stream)
                .filter(value -> rank(value) > most)
                .findFirst()
                .map(value -> value.type().toString()));
  }

  /**
   * {@return the limit on the number of products in one sum, the product of some dimensions of
   * operand {@code weight}}
   */
  public static Limit productsAtMost(long most, int weight, int... axes) {
    return new Limit(
        "a sum may have at most " + most + " products, so that 32 bits hold it",
        "split the sum and add the parts",
        op -> {
          long products =
              op.operand(weight).type() instanceof TensorType type && type.shape().isStatic()
                  ? Arrays.stream(axes).mapToLong(type.shape()::dim).reduce(1, (a, b) -> a * b)
                  : 0;
          return products <= most ? Optional.empty() : Optional.of(Long.toString(products));
        });
  }

  /** Looks through marks and casts: a constant stays one when it is quantized. */
  private static boolean isConstant(Value value) {
    Value current = value;
    while (ConstantElements.of(current).isEmpty()) {
      Optional<Operation> mark = current.definingOp().filter(op -> MARKS.contains(op.dialect()));
      if (mark.isEmpty()) {
        return false;
      }
      current = mark.get().operand(0);
    }
    return true;
  }

  private static boolean isStatic(Type type) {
    return !(type instanceof ShapedType)
        || type instanceof TensorType tensor && tensor.shape().isStatic();
  }

  private static int rank(Value value) {
    return value.type() instanceof TensorType tensor ? tensor.rank() : 0;
  }

  /** {@return the first limit of {@code limits} that {@code operation} breaks, if it breaks one} */
  static Optional<BrokenLimit> firstBroken(List<Limit> limits, Operation operation) {
    for (Limit limit : limits) {
      Optional<String> found = limit.check().found(operation);
      if (found.isPresent()) {
        return Optional.of(new BrokenLimit(limit, found.get()));
      }
    }
    return Optional.empty();
  }
}
