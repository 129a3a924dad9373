package org.qopt.cli;

import java.util.Collection;
import java.util.stream.Collectors;
import org.qopt.ir.diagnostic.NearMiss;

/** Faults of the command line that name something that does not exist. */
public final class Unknown {
  private static final int MOST = 30;

  private Unknown() {}

  /** {@return the exception for {@code name}, with the nearest that exists, or those that exist} */
  public static UsageException name(String what, String name, Collection<String> known) {
    return new UsageException(
        "there is no %s '%s'; %s"
            .formatted(
                what,
                name,
                NearMiss.of(name, known)
                    .map(nearest -> "did you mean '" + nearest + "'?")
                    .orElseGet(() -> "there is " + listed(known))));
  }

  private static String listed(Collection<String> known) {
    String names = known.stream().limit(MOST).collect(Collectors.joining(", "));
    return known.size() <= MOST ? names : names + " and " + (known.size() - MOST) + " more";
  }
}
