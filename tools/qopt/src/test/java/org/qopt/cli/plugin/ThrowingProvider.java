package org.qopt.cli.plugin;

import java.util.List;
import org.qopt.pass.Pass;
import org.qopt.pass.PassProvider;

/** Cannot say which passes it brings. */
public final class ThrowingProvider implements PassProvider {
  @Override
  public List<Pass> passes() {
    throw new IllegalStateException("no passes today");
  }
}
