package org.qopt.ir.location;

import java.util.Optional;

/** The model's own name of a value, as its location tells it. */
public final class ValueNames {
  private ValueNames() {}

  /**
   * {@return the name in {@code location}: of a name itself, of a fused one its first named part}
   */
  public static Optional<String> of(Location location) {
    return switch (location) {
      case NameLocation(String name, _) -> Optional.of(name);
      case FusedLocation(var parts, _) ->
          parts.stream().map(ValueNames::of).flatMap(Optional::stream).findFirst();
      case FileLocation _, OpaqueLocation _, UnknownLocation _ -> Optional.empty();
    };
  }
}
