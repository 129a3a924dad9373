package org.qopt.pass;

import java.util.List;

/**
 * Brings instrumentations from a plugin; found by {@link java.util.ServiceLoader}. They are told
 * after the built-in ones before a pass, and before them after it.
 */
@FunctionalInterface
public interface PassInstrumentationProvider {
  /** {@return new instrumentations for one run of passes} */
  List<PassInstrumentation> instrumentations();
}
