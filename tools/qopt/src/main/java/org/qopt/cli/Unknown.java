package org.qopt.cli;

import java.util.Collection;
import org.qopt.ir.diagnostic.NearMiss;

/** Faults of the command line that name something that does not exist. */
public final class Unknown {
  private Unknown() {}

  /** {@return the exception for {@code name}, with the nearest that exists, or all of them} */
  public static UsageException name(String what, String name, Collection<String> known) {
    return new UsageException(
        "there is no %s '%s'; %s"
            .formatted(
                what,
                name,
                NearMiss.of(name, known)
                    .map(nearest -> "did you mean '" + nearest + "'?")
                    .orElse("there is " + String.join(", ", known))));
  }
}
