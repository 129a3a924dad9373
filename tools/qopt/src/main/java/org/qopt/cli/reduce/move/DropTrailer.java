package org.qopt.cli.reduce.move;

import java.util.List;

/** Drops the resources after the module that nothing here interprets. */
final class DropTrailer implements Move {
  @Override
  public String name() {
    return "resources";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return draft.trailer().sections().isEmpty() ? List.of() : List.of(draft::dropTrailer);
  }
}
