package org.qopt.rewrite.data.library;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IntegerType;
import org.qopt.rewrite.data.NativeFunction;
import org.qopt.rewrite.data.NativeFunction.Answer;
import org.qopt.rewrite.data.Parameter;

/** What can be computed of two numbers of one type. */
final class NumberFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          of("add", "the sum", BigInteger::add, Double::sum),
          of("max", "the greater number", BigInteger::max, Math::max),
          of("min", "the lesser number", BigInteger::min, Math::min),
          of("multiply", "the product", BigInteger::multiply, (a, b) -> a * b),
          of("subtract", "the difference", BigInteger::subtract, (a, b) -> a - b));

  private NumberFunctions() {}

  private static NativeFunction of(
      String name, String summary, BinaryOperator<BigInteger> whole, DoubleBinaryOperator real) {
    return NativeFunction.attribute(
        name,
        summary,
        List.of(Parameter.attribute("a", Numbers.NUMBER), Parameter.attribute("b", Numbers.NUMBER)),
        given -> compute(given.attribute(0), given.attribute(1), whole, real));
  }

  private static Answer compute(
      Attribute a, Attribute b, BinaryOperator<BigInteger> whole, DoubleBinaryOperator real) {
    if (a instanceof IntegerAttr left
        && b instanceof IntegerAttr right
        && left.type().equals(right.type())) {
      BigInteger result = whole.apply(left.value(), right.value());
      return fits(result, left)
          ? Refusals.answer(new IntegerAttr(result, left.type()))
          : new Answer.None("%s does not fit into %s".formatted(result, left.type()));
    }
    if (a instanceof FloatAttr left
        && b instanceof FloatAttr right
        && left.type() == FloatType.F32
        && right.type() == FloatType.F32) {
      return Refusals.answer(
          FloatAttr.f32((float) real.applyAsDouble(left.value(), right.value())));
    }
    return new Answer.None("%s and %s are not two integers of one type or two f32".formatted(a, b));
  }

  // What is read back must be the same number: see IntegerAttr.
  private static boolean fits(BigInteger value, IntegerAttr like) {
    int width = like.type() instanceof IntegerType integer ? integer.width() : Long.SIZE;
    return value.bitLength() < width;
  }
}
