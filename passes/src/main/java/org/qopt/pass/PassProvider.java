package org.qopt.pass;

import java.util.List;

/**
 * Brings passes and pipelines to the {@link PassRegistry}; found by {@link
 * java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface PassProvider {
  /** {@return the passes, each with the defaults of its options} */
  List<Pass> passes();

  /** {@return the pipelines that have a name; their passes may be those of anybody} */
  default List<NamedPipeline> pipelines() {
    return List.of();
  }
}
