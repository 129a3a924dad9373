package org.qopt.bench.jmh;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.qopt.ir.Cloner;
import org.qopt.ir.Operation;

/** A program for a pass to change, made anew for each run; a run takes milliseconds. */
@State(Scope.Thread)
public class FreshCopy {
  private Operation module;

  /** For JMH. */
  public FreshCopy() {}

  /** Copies the program. */
  @Setup(Level.Invocation)
  public void copy(Programs programs) {
    module = Cloner.copyOf(programs.module());
  }

  Operation module() {
    return module;
  }
}
