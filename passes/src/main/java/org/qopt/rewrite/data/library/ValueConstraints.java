package org.qopt.rewrite.data.library;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.rewrite.data.NativeConstraint;
import org.qopt.rewrite.data.Parameter;

/** What can be required of values and operations. */
final class ValueConstraints {
  static final List<NativeConstraint> ALL =
      List.of(
          NativeConstraint.of(
              "constant",
              "the value is a constant",
              List.of(Parameter.value("value")),
              given ->
                  Refusals.unless(
                      ConstantElements.of(given.value(0)).isPresent(),
                      () -> "the value is not a constant")),
          NativeConstraint.of(
              "one-use",
              "the value is used exactly once",
              List.of(Parameter.value("value")),
              given ->
                  Refusals.unless(
                      given.value(0).hasOneUse(), () -> "the value is used elsewhere too")),
          NativeConstraint.of(
              "pure",
              "the operation has no side effects",
              List.of(Parameter.operation("operation")),
              given ->
                  Refusals.unless(
                      given.operation(0).has(Traits.PURE),
                      () -> "'" + given.operation(0).name() + "' may have side effects")),
          NativeConstraint.of(
              "same",
              "the two are one value",
              List.of(Parameter.value("a"), Parameter.value("b")),
              given ->
                  Refusals.unless(
                      given.value(0) == given.value(1), () -> "the two are different values")),
          NativeConstraint.of(
              "splat",
              "the value is a constant whose elements are all the number",
              List.of(Parameter.value("value"), Parameter.attribute("of", Numbers.NUMBER)),
              given ->
                  Refusals.unless(
                      isSplat(given.value(0), given.attribute(1)),
                      () -> "the value is not the constant " + given.attribute(1))),
          NativeConstraint.of(
              "unused",
              "the operation's results are not used",
              List.of(Parameter.operation("operation")),
              given ->
                  Refusals.unless(
                      !given.operation(0).hasUses(),
                      () -> "'" + given.operation(0).name() + "' is used")));

  private ValueConstraints() {}

  private static boolean isSplat(Value value, Attribute number) {
    Optional<Tensor> constant = ConstantElements.of(value).filter(tensor -> tensor.size() > 0);
    if (constant.isEmpty()) {
      return false;
    }
    Tensor tensor = constant.get();
    double wanted = Numbers.real(number);
    for (long i = 0; i < (tensor.isSplat() ? 1 : tensor.size()); i++) {
      double element = tensor.kind().isFloat() ? tensor.real(i) : tensor.integer(i);
      if (element != wanted) {
        return false;
      }
    }
    return true;
  }
}
