package org.qopt.passes.annotate;

import java.util.Optional;
import org.qopt.quantize.ResultRule.Fixed;

/**
 * Values that must have one scale and zero point: a set of a union-find forest. An object of this
 * class is the membership of one value; {@link #root()} stands for the set.
 */
final class ParameterClass {
  private ParameterClass parent = this;
  private int members = 1;
  private Optional<Fixed> fixed;

  private ParameterClass(Optional<Fixed> fixed) {
    this.fixed = fixed;
  }

  /** {@return a value by itself, whose parameters follow from its range} */
  static ParameterClass free() {
    return new ParameterClass(Optional.empty());
  }

  /** {@return a value by itself whose parameters the target prescribes} */
  static ParameterClass of(Fixed parameters) {
    return new ParameterClass(Optional.of(parameters));
  }

  /** {@return what stands for the set} */
  ParameterClass root() {
    ParameterClass root = this;
    while (root.parent != root) {
      root.parent = root.parent.parent;
      root = root.parent;
    }
    return root;
  }

  /** {@return the parameters that the target prescribes for the set, if it does} */
  Optional<Fixed> fixed() {
    return root().fixed;
  }

  /** {@return whether the set has other members} */
  boolean isShared() {
    return root().members > 1;
  }

  /** {@return this value's set after it took in that of the other, at most one of them fixed} */
  ParameterClass union(ParameterClass other) {
    ParameterClass into = root();
    ParameterClass from = other.root();
    if (into != from) {
      from.parent = into;
      into.members += from.members;
      into.fixed = into.fixed.or(() -> from.fixed);
    }
    return into;
  }
}
