package org.qopt.pass;

import java.util.List;

/** A step of a {@link Pipeline}: a pass, or a pipeline over the operations directly inside. */
public sealed interface Stage permits PassStage, Pipeline {
  /** {@return what it runs on} */
  Anchor anchor();

  /** {@return every pass, in order, those of nested pipelines included} */
  List<Pass> passes();
}
