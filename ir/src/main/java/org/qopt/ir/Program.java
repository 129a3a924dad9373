package org.qopt.ir;

import com.google.common.collect.ImmutableMap;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.ResourceBlobs;
import org.qopt.ir.print.Trailer;

/**
 * A program as a file holds it.
 *
 * @param module the {@code builtin.module}
 * @param trailer the resources after it that nothing here interprets; kept and written again
 * @param blobs the resources after it that hold constants of the module
 * @param aliases what names such as {@code #map} stand for that occur in parts of the module which
 *     are kept as they were written; written before it again
 */
public record Program(
    Operation module, Trailer trailer, ResourceBlobs blobs, ImmutableMap<String, String> aliases) {
  /** {@return the program that is only {@code module}} */
  public static Program of(Operation module) {
    return new Program(module, Trailer.EMPTY, ResourceBlobs.NONE, ImmutableMap.of());
  }

  /** {@return this program with another module, which holds constants of this one} */
  public Program withModule(Operation other) {
    return new Program(other, trailer, blobs, aliases);
  }

  /** {@return this program with other resources that nothing here interprets} */
  public Program withTrailer(Trailer other) {
    return new Program(module, other, blobs, aliases);
  }

  /** {@return this program with other aliases} */
  public Program withAliases(ImmutableMap<String, String> other) {
    return new Program(module, trailer, blobs, other);
  }

  /** {@return {@code options} with all that came with the module and is written with it again} */
  public PrintOptions printedBy(PrintOptions options) {
    return options
        .withAliases(aliases)
        .withTrailer(blobs.addedTo(trailer))
        .withResourceKey(
            constant -> options.resourceKey().apply(constant).or(() -> blobs.key(constant)));
  }
}
