package org.qopt.ir;

import org.qopt.ir.print.Trailer;

/**
 * A program as a file holds it.
 *
 * @param module the {@code builtin.module}
 * @param trailer the resources after it that nothing here interprets; kept and written again
 */
public record Program(Operation module, Trailer trailer) {
  /** {@return the program that is only {@code module}} */
  public static Program of(Operation module) {
    return new Program(module, Trailer.EMPTY);
  }
}
