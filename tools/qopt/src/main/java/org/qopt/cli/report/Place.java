package org.qopt.cli.report;

import java.util.Optional;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.OpaqueLocation;
import org.qopt.ir.location.UnknownLocation;

/**
 * A location as other programs take it.
 *
 * @param file the file
 * @param line the line, counted from 1; 0 if it is the file as a whole
 * @param column the column in characters, counted from 1; 0 if it is the line as a whole
 * @param name what the model calls the place, if it does
 */
record Place(String file, int line, int column, Optional<String> name) {
  /** {@return where {@code location} is, in {@code input} where it names no file} */
  static Place of(Location location, String input) {
    return switch (location) {
      case FileLocation(String file, int line, int column) ->
          new Place(file, Math.max(line, 0), Math.max(column, 0), Optional.empty());
      case NameLocation(String name, Optional<Location> child) -> {
        Place inner = child.map(place -> of(place, input)).orElse(new Place(input));
        yield new Place(inner.file, inner.line, inner.column, Optional.of(name));
      }
      case FusedLocation(var parts, _) ->
          parts.isEmpty() ? new Place(input) : of(parts.getFirst(), input);
      case OpaqueLocation(String text) -> new Place(input, 0, 0, Optional.of(text));
      case UnknownLocation _ -> new Place(input);
    };
  }

  private Place(String file) {
    this(file, 0, 0, Optional.empty());
  }
}
