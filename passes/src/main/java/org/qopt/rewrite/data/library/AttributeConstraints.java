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
          bound("at-least", "the number is at least as great as the other", "least", true),
          bound("at-most", "the number is at most as great as the other", "most", false),
          NativeConstraint.of(
              "equal",
              "the two attributes are equal",
              List.of(
                  Parameter.attribute("a", AttributeConstraint.ANY),
                  Parameter.attribute("b", AttributeConstraint.ANY)),
              given ->
                  Refusals.unless(
                      given.attribute(0).equals(given.attribute(1)),
                      () -> given.attribute(0) + " is not " + given.attribute(1))),
          NativeConstraint.of(
              "identity-permutation",
              "the permutation leaves every axis where it is",
              List.of(Parameter.attribute("permutation", Attributes.I64_ARRAY)),
              given ->
                  Refusals.unless(
                      isIdentity((DenseIntArrayAttr) given.attribute(0)),
                      () -> "the permutation moves an axis")));

  private AttributeConstraints() {}

  private static NativeConstraint bound(
      String name, String meaning, String other, boolean isLeast) {
    return NativeConstraint.of(
        name,
        meaning,
        List.of(
            Parameter.attribute("number", Numbers.NUMBER),
            Parameter.attribute(other, Numbers.NUMBER)),
        given -> {
          int order = Numbers.compare(given.attribute(0), given.attribute(1));
          return Refusals.unless(
              isLeast ? order >= 0 : order <= 0,
              () ->
                  given.attribute(0)
                      + (isLeast ? " is less than " : " is greater than ")
                      + given.attribute(1));
        });
  }

  private static boolean isIdentity(DenseIntArrayAttr permutation) {
    for (int i = 0; i < permutation.values().length(); i++) {
      if (permutation.values().get(i) != i) {
        return false;
      }
    }
    return true;
  }
}
