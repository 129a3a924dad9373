package org.qopt.passes.canonicalize;

import org.qopt.ir.Operation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;

/** The names of values that come into being where one operation becomes several. */
public final class PartNames {
  private PartNames() {}

  /**
   * {@return the location of a part of {@code whole}: named after its result, which keeps its own
   * name, where that has one}
   *
   * @param part what the part is, such as {@code scaled}
   */
  public static Location of(Operation whole, String part) {
    return whole
        .result()
        .name()
        .<Location>map(name -> NameLocation.of(name + "/" + part))
        .orElse(whole.location());
  }
}
