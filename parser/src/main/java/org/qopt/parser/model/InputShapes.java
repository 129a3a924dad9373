package org.qopt.parser.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.print.Quoted;
import org.qopt.ir.type.Shape;

/**
 * The shapes that the user gave for inputs ({@code --input-shape}).
 *
 * @param byName the shape of each input that one was given for
 */
public record InputShapes(Map<String, Shape> byName) {
  /** Copies the map. */
  public InputShapes {
    byName = Map.copyOf(byName);
  }

  /**
   * Checks that each name is an input's.
   *
   * @throws InvalidInputException naming one that is not, and those that there are
   */
  public void requireAmong(Collection<String> inputs) {
    Set<String> unknown = new HashSet<>(byName.keySet());
    unknown.removeAll(inputs);
    unknown.stream()
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw ModelFile.fault(
                  "a shape is given for input "
                      + Quoted.of(name)
                      + ", but the model's inputs are "
                      + inputs.stream().map(Quoted::of).collect(Collectors.joining(", ")));
            });
  }

  /** {@return whether a shape was given for {@code input}} */
  public boolean contains(String input) {
    return byName.containsKey(input);
  }

  /**
   * {@return the shape that {@code input} gets: what was given, else what the model declares}
   *
   * @throws InvalidInputException if the two contradict each other
   */
  public Shape resolve(String input, Shape declared) {
    Shape given = byName.getOrDefault(input, declared);
    if (!given.isCompatibleWith(declared)) {
      throw ModelFile.fault(
          "the shape %s is given for input %s, but the model declares %s"
              .formatted(given, Quoted.of(input), declared));
    }
    return given;
  }
}
