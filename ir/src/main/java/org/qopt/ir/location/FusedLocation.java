package org.qopt.ir.location;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.qopt.ir.attribute.Attribute;

/**
 * {@code loc(fused["relu1", "conv1"])}: what became one operation came from several places. The
 * first one names the value.
 *
 * @param parts the places, most significant first
 * @param metadata what MLIR calls the metadata, kept and printed
 */
public record FusedLocation(ImmutableList<Location> parts, Optional<Attribute> metadata)
    implements Location {

  /**
   * {@return one location for all: unknown ones and repetitions are dropped, fused ones without
   * metadata are flattened; the first keeps its place, so that the result has its name}
   */
  public static Location of(List<Location> locations) {
    SequencedSet<Location> parts = new LinkedHashSet<>();
    for (Location location : locations) {
      // No pattern switch: linking one takes longer than canonicalizing a small program.
      if (location instanceof FusedLocation(var inner, var metadata) && metadata.isEmpty()) {
        parts.addAll(inner);
      } else if (!(location instanceof UnknownLocation)) {
        parts.add(location);
      }
    }
    return switch (parts.size()) {
      case 0 -> UnknownLocation.UNKNOWN;
      case 1 -> parts.getFirst();
      default -> new FusedLocation(ImmutableList.copyOf(parts), Optional.empty());
    };
  }

  @Override
  public String toString() {
    return "fused"
        + metadata.map(attribute -> "<" + attribute + ">").orElse("")
        + parts.stream().map(Location::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
