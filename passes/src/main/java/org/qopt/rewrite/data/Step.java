package org.qopt.rewrite.data;

import java.util.Optional;

/** One step towards a match, which looks at the program and binds values of the pattern. */
@FunctionalInterface
interface Step {
  /** {@return why the pattern does not apply; empty if it may} */
  Optional<String> take(Bindings bindings);
}
