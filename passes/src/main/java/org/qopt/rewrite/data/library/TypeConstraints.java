package org.qopt.rewrite.data.library;

import java.util.List;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.data.NativeConstraint;
import org.qopt.rewrite.data.Parameter;

/** What can be required of the types of values. */
final class TypeConstraints {
  static final List<NativeConstraint> ALL =
      List.of(
          NativeConstraint.of(
              "element-type",
              "the value is a tensor with elements of the type",
              List.of(Parameter.value("value"), Parameter.type("type")),
              given ->
                  Refusals.unless(
                      given.value(0).type() instanceof ShapedType shaped
                          && shaped.elementType().equals(given.type(1)),
                      () ->
                          "the value of type "
                              + given.value(0).type()
                              + " has no elements of "
                              + given.type(1))),
          NativeConstraint.of(
              "has-type",
              "the value has the type",
              List.of(Parameter.value("value"), Parameter.type("type")),
              given ->
                  Refusals.unless(
                      given.value(0).type().equals(given.type(1)),
                      () ->
                          "the value is of type "
                              + given.value(0).type()
                              + ", not "
                              + given.type(1))),
          NativeConstraint.of(
              "rank",
              "the value is a tensor of so many dimensions",
              List.of(Parameter.value("value"), Parameter.attribute("dimensions", Attributes.I64)),
              given ->
                  Refusals.unless(
                      given.value(0).type() instanceof TensorType tensor
                          && tensor.rank() == ((IntegerAttr) given.attribute(1)).asLong(),
                      () -> "the value is of type " + given.value(0).type())),
          NativeConstraint.of(
              "same-type",
              "the two values have one type",
              List.of(Parameter.value("a"), Parameter.value("b")),
              given ->
                  Refusals.unless(
                      given.value(0).type().equals(given.value(1).type()),
                      () ->
                          "the types differ: "
                              + given.value(0).type()
                              + " and "
                              + given.value(1).type())),
          NativeConstraint.of(
              "static-shape",
              "the value is a tensor of known dimensions",
              List.of(Parameter.value("value")),
              given ->
                  Refusals.unless(
                      given.value(0).type() instanceof TensorType tensor
                          && tensor.shape().isStatic(),
                      () -> "not all dimensions of " + given.value(0).type() + " are known")));

  private TypeConstraints() {}
}
