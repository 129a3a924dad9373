package org.qopt.pass;

import java.util.List;

/** Brings passes to the {@link PassRegistry}; found by {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface PassProvider {
  /** {@return the passes, each with the defaults of its options} */
  List<Pass> passes();
}
