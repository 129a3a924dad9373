package org.qopt.cli.reduce.move;

import org.qopt.ir.Cloner;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.print.Trailer;

/** A copy of a program that edits may change. */
public final class Draft {
  private final Operation module;
  private Trailer trailer;

  private Draft(Operation module, Trailer trailer) {
    this.module = module;
    this.trailer = trailer;
  }

  /** {@return a copy of {@code program}} */
  public static Draft of(Program program) {
    return new Draft(Cloner.copyOf(program.module()), program.trailer());
  }

  /** {@return the module, which edits change} */
  public Operation module() {
    return module;
  }

  /** {@return the resources after the module} */
  public Trailer trailer() {
    return trailer;
  }

  void dropTrailer() {
    trailer = Trailer.EMPTY;
  }

  /** {@return the program that came of the edits to a copy of {@code original}} */
  public Program end(Program original) {
    Programs.bodies(this).forEach(Signatures::completeInputs);
    return original.withModule(module).withTrailer(trailer);
  }
}
