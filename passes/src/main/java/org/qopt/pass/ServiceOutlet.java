package org.qopt.pass;

import java.io.PrintStream;
import java.util.Map;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.remark.Remark;
import org.qopt.pass.remark.RemarkSink;

/**
 * Leads what passes say to where whoever runs them wants it.
 *
 * @param services may hold a {@link RemarkSink} and a {@link PrintStream}
 * @param sink takes the diagnostics
 */
record ServiceOutlet(Map<Class<?>, Object> services, DiagnosticSink sink) implements Outlet {
  @Override
  public void report(Diagnostic diagnostic) {
    sink.report(diagnostic);
  }

  @Override
  public void remark(Remark remark) {
    RemarkSink remarks = (RemarkSink) services.get(RemarkSink.class);
    if (remarks == null ? remark.always() : remarks.take(remark)) {
      report(remark.toDiagnostic());
    }
  }

  @Override
  public void print(String text) {
    PrintStream stream = (PrintStream) services.get(PrintStream.class);
    (stream == null ? System.err : stream).print(text);
  }

  @Override
  public void then(Runnable action) {
    action.run();
  }
}
