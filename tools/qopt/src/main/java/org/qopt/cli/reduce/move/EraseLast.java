package org.qopt.cli.reduce.move;

import java.util.List;

/** Erases operations whose results nothing uses, but leaves what they use. */
final class EraseLast implements Move {
  @Override
  public String name() {
    return "last operations";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return Programs.unused(draft).stream().<Edit>map(operation -> operation::erase).toList();
  }
}
