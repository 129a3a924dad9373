package org.qopt.quantize;

import java.util.List;

/** Supplies profiles; found by {@link java.util.ServiceLoader}. */
public interface ProfileProvider {
  /** {@return its profiles} */
  List<QuantProfile> profiles();
}
