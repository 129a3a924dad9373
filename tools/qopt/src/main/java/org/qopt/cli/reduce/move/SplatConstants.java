package org.qopt.cli.reduce.move;

import java.util.List;

/** Makes all elements of constants that cannot be zeros like the first. */
final class SplatConstants implements Move {
  @Override
  public String name() {
    return "elements of constants";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return Constants.edits(draft, tensor -> tensor.isSplat() ? tensor : Constants.repeated(tensor));
  }
}
