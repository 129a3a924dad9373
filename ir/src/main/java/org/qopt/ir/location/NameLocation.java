package org.qopt.ir.location;

import java.util.Optional;
import org.qopt.ir.print.Quoted;

/**
 * {@code loc("conv1")}: the name of a tensor or node in the model that the program was read from.
 *
 * @param name the name
 * @param child where that name stands, if known
 */
public record NameLocation(String name, Optional<Location> child) implements Location {
  /** {@return the location of the tensor or node {@code name}} */
  public static NameLocation of(String name) {
    return new NameLocation(name, Optional.empty());
  }

  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof NameLocation that && name.equals(that.name) && child.equals(that.child);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + child.hashCode();
  }

  @Override
  public String toString() {
    return Quoted.of(name) + child.map(location -> "(" + location + ")").orElse("");
  }
}
