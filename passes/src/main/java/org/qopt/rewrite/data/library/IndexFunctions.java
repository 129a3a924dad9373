package org.qopt.rewrite.data.library;

import com.google.common.primitives.ImmutableLongArray;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.rewrite.data.NativeFunction;
import org.qopt.rewrite.data.NativeFunction.Answer;
import org.qopt.rewrite.data.Parameter;

/**
 * What can be computed of indices. Of what a permutation permutes, axis p[i] becomes axis i of the
 * result.
 */
final class IndexFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          NativeFunction.attribute(
              "compose-permutations",
              "the permutation that does the first and then the second",
              List.of(
                  Parameter.attribute("first", Attributes.I64_ARRAY),
                  Parameter.attribute("then", Attributes.I64_ARRAY)),
              given -> compose(given.attribute(0), given.attribute(1))),
          NativeFunction.attribute(
              "elements-at",
              "the elements of an array at the indices, counted from 0, that another holds",
              List.of(
                  Parameter.attribute("array", Attributes.I64_ARRAY),
                  Parameter.attribute("indices", Attributes.I64_ARRAY)),
              given -> elementsAt(given.attribute(0), given.attribute(1))),
          NativeFunction.attribute(
              "invert-permutation",
              "the permutation that undoes it",
              List.of(Parameter.attribute("permutation", Attributes.I64_ARRAY)),
              given -> invert(given.attribute(0))));

  private IndexFunctions() {}

  private static Answer compose(Attribute first, Attribute then) {
    Optional<long[]> inner = permutation(first);
    Optional<long[]> outer = permutation(then);
    if (inner.isEmpty() || outer.isEmpty() || inner.get().length != outer.get().length) {
      return new Answer.None("%s and %s do not go together".formatted(first, then));
    }
    return elementsAt(first, then);
  }

  private static Answer elementsAt(Attribute array, Attribute indices) {
    ImmutableLongArray elements = ((DenseIntArrayAttr) array).values();
    long[] found = ((DenseIntArrayAttr) indices).values().toArray();
    for (int i = 0; i < found.length; i++) {
      if (found[i] < 0 || found[i] >= elements.length()) {
        return new Answer.None(found[i] + " is no index of " + array);
      }
      found[i] = elements.get((int) found[i]);
    }
    return Refusals.answer(DenseIntArrayAttr.i64(found));
  }

  private static Answer invert(Attribute attribute) {
    Optional<long[]> permutation = permutation(attribute);
    if (permutation.isEmpty()) {
      return new Answer.None(attribute + " is no permutation");
    }
    long[] inverse = new long[permutation.get().length];
    for (int i = 0; i < inverse.length; i++) {
      inverse[(int) permutation.get()[i]] = i;
    }
    return Refusals.answer(DenseIntArrayAttr.i64(inverse));
  }

  private static Optional<long[]> permutation(Attribute attribute) {
    long[] axes = ((DenseIntArrayAttr) attribute).values().toArray();
    boolean[] seen = new boolean[axes.length];
    for (long axis : axes) {
      if (axis < 0 || axis >= axes.length || seen[(int) axis]) {
        return Optional.empty();
      }
      seen[(int) axis] = true;
    }
    return Optional.of(axes);
  }
}
