package org.qopt.lit.update;

import java.util.Collection;
import java.util.List;

/** Says whether directives hold: the real {@code filecheck}. */
@FunctionalInterface
public interface Judge {
  /**
   * {@return whether a run finds all directives}
   *
   * @param run what is checked
   * @param prefixes the prefixes that are asked for
   * @param lines the file with the directives
   */
  boolean holds(RecordedRun run, Collection<String> prefixes, List<String> lines);
}
