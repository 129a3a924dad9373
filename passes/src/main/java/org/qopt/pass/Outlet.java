package org.qopt.pass;

import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.pass.remark.Remark;

/** Where all goes that passes say. */
interface Outlet {
  void report(Diagnostic diagnostic);

  void remark(Remark remark);

  void print(String text);

  /** Does something when it is the turn of what is said now. */
  void then(Runnable action);
}
