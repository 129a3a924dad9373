package org.qopt.cli.opt;

import java.util.Optional;
import org.qopt.cli.Unknown;
import org.qopt.cli.UsageException;
import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.op.OpDef;
import org.qopt.pass.Pipeline;
import org.qopt.pass.Stage;

/** What pipelines run on. One that is for no operation would silently do nothing. */
final class PipelineAnchors {
  private PipelineAnchors() {}

  /**
   * Checks that what {@code pipeline} and those in it are for exists, as far as its dialect is
   * known.
   *
   * @throws UsageException if a dialect has no such operation
   */
  static void check(Pipeline pipeline, Dialects dialects) {
    pipeline.anchor().opName().ifPresent(name -> check(name, dialects));
    for (Stage stage : pipeline.stages()) {
      if (stage instanceof Pipeline inner) {
        check(inner, dialects);
      }
    }
  }

  private static void check(String name, Dialects dialects) {
    Optional<Dialect> dialect = dialects.dialect(name.substring(0, Math.max(0, name.indexOf('.'))));
    if (dialect.isPresent() && dialect.get().op(name).isEmpty()) {
      throw Unknown.name("operation", name, dialect.get().ops().stream().map(OpDef::name).toList());
    }
  }
}
