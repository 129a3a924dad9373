package org.qopt.pass;

import java.util.List;
import org.qopt.pass.option.PassOptions;

/**
 * A step that is one pass.
 *
 * @param pass the pass with its options
 */
public record PassStage(Pass pass) implements Stage {
  @Override
  public Anchor anchor() {
    return pass.info().anchor();
  }

  @Override
  public List<Pass> passes() {
    return List.of(pass);
  }

  /** {@return the pass and, in braces, its options, as a pipeline's text has them} */
  @Override
  public String toString() {
    String options = PassOptions.print(pass);
    return pass.info().name() + (options.isEmpty() ? "" : "{" + options + "}");
  }
}
