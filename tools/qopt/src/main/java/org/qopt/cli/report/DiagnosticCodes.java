package org.qopt.cli.report;

import com.google.common.collect.ImmutableSortedMap;
import org.qopt.ir.Dialects;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.OpDef;

/** What the codes of diagnostics mean. */
public final class DiagnosticCodes {
  private DiagnosticCodes() {}

  /** {@return an explanation, of a sentence or two, for each code that a diagnostic may have} */
  public static ImmutableSortedMap<String, String> all(Dialects dialects) {
    ImmutableSortedMap.Builder<String, String> all = ImmutableSortedMap.naturalOrder();
    for (DiagnosticKind kind : DiagnosticKind.values()) {
      all.put(kind.code(), kind.meaning() + " " + kind.advice());
    }
    for (OpDef op : dialects.ops().values()) {
      for (Clause clause : op.clauses()) {
        all.put(
            clause.code(op),
            "'%s' op breaks its clause (%s): %s. See `qopt ops %s`."
                .formatted(op.name(), clause.id(), clause.text(), op.name()));
      }
    }
    return all.buildOrThrow();
  }
}
