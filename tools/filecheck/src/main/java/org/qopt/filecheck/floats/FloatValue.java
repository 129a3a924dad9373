package org.qopt.filecheck.floats;

import java.util.List;
import java.util.Optional;

/** A number or a list of them, as a check file demands it or an input has it. */
public sealed interface FloatValue {
  /** A number. */
  record Scalar(double value) implements FloatValue {
    @Override
    public String toString() {
      return Double.toString(value);
    }
  }

  /** A list of numbers or of lists. */
  record Items(List<FloatValue> items) implements FloatValue {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }

  /** {@return whether {@code actual} is near this value, in each element of a list} */
  default boolean isNear(FloatValue actual, Tolerance tolerance) {
    return this instanceof Scalar(double expected) && actual instanceof Scalar(double found)
        ? tolerance.allows(expected, found)
        : difference(actual, tolerance, "").isEmpty();
  }

  /**
   * {@return what keeps {@code actual} from being near this value, or nothing}
   *
   * @param path where in the whole value this one stands, for the message
   */
  default Optional<String> difference(FloatValue actual, Tolerance tolerance, String path) {
    return switch (this) {
      case Scalar(double expected) ->
          actual instanceof Scalar(double found)
              ? tolerance.difference(expected, found).map(problem -> subject(path) + problem)
              : Optional.of(subject(path) + "is a list where a number is expected");
      case Items(List<FloatValue> expected) -> differenceOfLists(expected, actual, tolerance, path);
    };
  }

  private static String subject(String path) {
    return path.isEmpty() ? "it " : path;
  }

  private static Optional<String> differenceOfLists(
      List<FloatValue> expected, FloatValue actual, Tolerance tolerance, String path) {
    if (!(actual instanceof Items(List<FloatValue> found))) {
      return Optional.of(subject(path) + "is a number where a list is expected");
    }
    if (found.size() != expected.size()) {
      return Optional.of(
          subject(path)
              + "has "
              + found.size()
              + " elements where "
              + expected.size()
              + " are expected");
    }
    for (int i = 0; i < found.size(); i++) {
      Optional<String> problem =
          expected
              .get(i)
              .difference(
                  found.get(i),
                  tolerance,
                  "element " + i + " " + (path.isEmpty() ? "" : "of ") + path);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }
}
