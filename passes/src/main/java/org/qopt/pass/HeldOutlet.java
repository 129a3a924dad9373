package org.qopt.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.pass.remark.Remark;

/** Holds back what passes say, in order, until it is its turn. One thread uses it. */
final class HeldOutlet implements Outlet {
  private final List<Consumer<Outlet>> said = new ArrayList<>();

  @Override
  public void report(Diagnostic diagnostic) {
    said.add(outlet -> outlet.report(diagnostic));
  }

  @Override
  public void remark(Remark remark) {
    said.add(outlet -> outlet.remark(remark));
  }

  @Override
  public void print(String text) {
    said.add(outlet -> outlet.print(text));
  }

  @Override
  public void then(Runnable action) {
    said.add(outlet -> outlet.then(action));
  }

  /** Says all to {@code outlet}, once. */
  void release(Outlet outlet) {
    said.forEach(event -> event.accept(outlet));
    said.clear();
  }
}
