package org.qopt.pass;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;

/** Looks for what is invalid in an operation and in all that it holds. */
@FunctionalInterface
public interface Verification {
  /** Trusts every pass. */
  Verification NONE = (_, _) -> {};

  /** Reports what is invalid. */
  void verify(Operation operation, DiagnosticSink sink);
}
