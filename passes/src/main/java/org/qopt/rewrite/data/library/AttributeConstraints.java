package org.qopt.rewrite.data.library;

import java.util.List;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;
import org.qopt.rewrite.data.NativeConstraint;
import org.qopt.rewrite.data.Parameter;

/** What can be required of attributes. */
final class AttributeConstraints {
  static final List<NativeConstraint> ALL =
      List.of(
          NativeConstraint.of(
              "at-least",
              "the number is at least as great as the other",
              List.of(
                  Parameter.attribute("number", Numbers.NUMBER),
                  Parameter.attribute("least", Numbers.NUMBER)),
              given ->
                  Refusals.unless(
                      Numbers.compare(given.attribute(0), given.attribute(1)) >= 0,
                      "%s is less than %s".formatted(given.attribute(0), given.attribute(1)))),
          NativeConstraint.of(
              "at-most",
              "the number is at most as great as the other",
              List.of(
                  Parameter.attribute("number", Numbers.NUMBER),
                  Parameter.attribute("most", Numbers.NUMBER)),
              given ->
                  Refusals.unless(
                      Numbers.compare(given.attribute(0), given.attribute(1)) <= 0,
                      "%s is greater than %s".formatted(given.attribute(0), given.attribute(1)))),
          NativeConstraint.of(
              "equal",
              "the two attributes are equal",
              List.of(
                  Parameter.attribute("a", AttributeConstraint.ANY),
                  Parameter.attribute("b", AttributeConstraint.ANY)),
              given ->
                  Refusals.unless(
                      given.attribute(0).equals(given.attribute(1)),
                      "%s is not %s".formatted(given.attribute(0), given.attribute(1)))),
          NativeConstraint.of(
              "identity-permutation",
              "the permutation leaves every axis where it is",
              List.of(Parameter.attribute("permutation", Attributes.I64_ARRAY)),
              given ->
                  Refusals.unless(
                      isIdentity((DenseIntArrayAttr) given.attribute(0)),
                      "the permutation moves an axis")));

  private AttributeConstraints() {}

  private static boolean isIdentity(DenseIntArrayAttr permutation) {
    for (int i = 0; i < permutation.values().length(); i++) {
      if (permutation.values().get(i) != i) {
        return false;
      }
    }
    return true;
  }
}
