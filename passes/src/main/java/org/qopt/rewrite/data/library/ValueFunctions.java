package org.qopt.rewrite.data.library;

import java.util.List;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.data.Bound;
import org.qopt.rewrite.data.NativeFunction;
import org.qopt.rewrite.data.NativeFunction.Answer;
import org.qopt.rewrite.data.Parameter;

/** What can be computed of values and their types. */
final class ValueFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          NativeFunction.attribute(
              "constant-value",
              "the elements of a constant",
              List.of(Parameter.value("value")),
              given -> constant(given.value(0))),
          NativeFunction.type(
              "element-type-of",
              "the type of a tensor's elements",
              List.of(Parameter.value("value")),
              given ->
                  given.value(0).type() instanceof ShapedType shaped
                      ? new Answer.Result(new Bound.ToType(shaped.elementType()))
                      : new Answer.None(given.value(0).type() + " is no tensor")),
          NativeFunction.attribute(
              "shape-of",
              "the dimensions of a tensor, as array<i64: ...>; all must be known",
              List.of(Parameter.value("value")),
              given ->
                  given.value(0).type() instanceof TensorType tensor && tensor.shape().isStatic()
                      ? Refusals.answer(DenseIntArrayAttr.i64(tensor.shape().dims().toArray()))
                      : new Answer.None(
                          "not all dimensions of %s are known".formatted(given.value(0).type()))),
          NativeFunction.type(
              "with-element-type",
              "a tensor's type with other elements",
              List.of(Parameter.value("value"), Parameter.type("element")),
              given ->
                  given.value(0).type() instanceof TensorType tensor
                      ? new Answer.Result(new Bound.ToType(tensor.withElementType(given.type(1))))
                      : new Answer.None(given.value(0).type() + " is no ranked tensor")));

  private ValueFunctions() {}

  private static Answer constant(Value value) {
    return value
        .definingOp()
        .filter(op -> op.has(Traits.CONSTANT_LIKE))
        .flatMap(op -> op.attribute(ConstantElements.VALUE, DenseElementsAttr.class))
        .<Answer>map(Refusals::answer)
        .orElseGet(() -> new Answer.None("the value is not a constant"));
  }
}
