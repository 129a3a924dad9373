package org.qopt.rewrite.data;

import java.util.List;

/**
 * Brings constraints and functions that patterns call by name; found by {@link
 * java.util.ServiceLoader}.
 */
public interface PatternLibrary {
  /** {@return its constraints} */
  default List<NativeConstraint> constraints() {
    return List.of();
  }

  /** {@return its functions} */
  default List<NativeFunction> functions() {
    return List.of();
  }
}
