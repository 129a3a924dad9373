package org.qopt.rewrite.data.library;

import java.util.Optional;
import java.util.function.Supplier;
import org.qopt.ir.attribute.Attribute;
import org.qopt.rewrite.data.Bound;
import org.qopt.rewrite.data.NativeFunction.Answer;

/** How constraints and functions answer. */
final class Refusals {
  private Refusals() {}

  /** {@return the violation with this message, unless {@code holds}} */
  static Optional<String> unless(boolean holds, Supplier<String> message) {
    return holds ? Optional.empty() : Optional.of(message.get());
  }

  static Answer answer(Attribute attribute) {
    return new Answer.Result(new Bound.ToAttribute(attribute));
  }
}
