package org.qopt.ir.print;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.qopt.ir.attribute.DenseElementsAttr;

/**
 * How a program is written.
 *
 * @param generic MLIR's generic form for every operation, which {@code mlir-opt} reads
 * @param locations whether each operation and argument is followed by its {@code loc(...)}
 * @param elideAbove constants with more elements are written as {@code dense_resource<__elided__>},
 *     for people only: such a text cannot be run
 * @param resourceKey gives the key of a constant whose elements are kept outside the text; it is
 *     then written {@code dense_resource<key>}
 * @param aliases what stands before the program: names and what they stand for
 * @param trailer what stands after the program
 */
public record PrintOptions(
    boolean generic,
    boolean locations,
    OptionalLong elideAbove,
    Function<DenseElementsAttr, Optional<String>> resourceKey,
    ImmutableMap<String, String> aliases,
    Trailer trailer) {

  /** The pretty form without locations, with all constants in the text. */
  public static final PrintOptions PRETTY =
      new PrintOptions(
          false,
          false,
          OptionalLong.empty(),
          _ -> Optional.empty(),
          ImmutableMap.of(),
          Trailer.EMPTY);

  /** MLIR's generic form without locations, with all constants in the text. */
  public static final PrintOptions GENERIC = PRETTY.withGeneric(true);

  /** {@return these options with another choice of form} */
  public PrintOptions withGeneric(boolean value) {
    return new PrintOptions(value, locations, elideAbove, resourceKey, aliases, trailer);
  }

  /** {@return these options with or without locations} */
  public PrintOptions withLocations(boolean value) {
    return new PrintOptions(generic, value, elideAbove, resourceKey, aliases, trailer);
  }

  /** {@return these options with constants of more than {@code elements} elided} */
  public PrintOptions withElideAbove(long elements) {
    return new PrintOptions(
        generic, locations, OptionalLong.of(elements), resourceKey, aliases, trailer);
  }

  /** {@return these options with constants kept outside the text where {@code keys} says so} */
  public PrintOptions withResourceKey(Function<DenseElementsAttr, Optional<String>> keys) {
    return new PrintOptions(generic, locations, elideAbove, keys, aliases, trailer);
  }

  /** {@return these options with other aliases} */
  public PrintOptions withAliases(ImmutableMap<String, String> value) {
    return new PrintOptions(generic, locations, elideAbove, resourceKey, value, trailer);
  }

  /** {@return these options with another trailer} */
  public PrintOptions withTrailer(Trailer value) {
    return new PrintOptions(generic, locations, elideAbove, resourceKey, aliases, value);
  }
}
