package org.qopt.ir;

import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.ResourceBlobs;
import org.qopt.ir.print.Trailer;

/**
 * A program as a file holds it.
 *
 * @param module the {@code builtin.module}
 * @param trailer the resources after it that nothing here interprets; kept and written again
 * @param blobs the resources after it that hold constants of the module
 */
public record Program(Operation module, Trailer trailer, ResourceBlobs blobs) {
  /** {@return the program that is only {@code module}} */
  public static Program of(Operation module) {
    return new Program(module, Trailer.EMPTY, ResourceBlobs.NONE);
  }

  /** {@return this program with another module, which holds constants of this one} */
  public Program withModule(Operation other) {
    return new Program(other, trailer, blobs);
  }

  /** {@return this program with other resources that nothing here interprets} */
  public Program withTrailer(Trailer other) {
    return new Program(module, other, blobs);
  }

  /** {@return {@code options} with all that came with the module and is written with it again} */
  public PrintOptions printedBy(PrintOptions options) {
    return options
        .withTrailer(blobs.addedTo(trailer))
        .withResourceKey(
            constant -> options.resourceKey().apply(constant).or(() -> blobs.key(constant)));
  }
}
