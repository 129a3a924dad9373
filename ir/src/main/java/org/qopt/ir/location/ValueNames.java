package org.qopt.ir.location;

import java.util.Optional;

/** The model's own names of values, as their locations tell them. */
public final class ValueNames {
  private ValueNames() {}

  /**
   * {@return where a value is that leads to the one at {@code whole}: that one's name with {@code
   * part} behind it, as in {@code conv1/padded}, or the same place where it has no name}
   */
  public static Location part(Location whole, String part) {
    return of(whole).<Location>map(name -> NameLocation.of(name + "/" + part)).orElse(whole);
  }

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
