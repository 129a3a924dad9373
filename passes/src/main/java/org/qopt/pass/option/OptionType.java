package org.qopt.pass.option;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.pass.PipelineSyntaxException;

/**
 * How options of one Java type are read and written.
 *
 * @param description what a value is, for messages and help, such as {@code integer}
 * @param words all that a value may be, where these are words; else none
 * @param parse reads a value
 * @param print writes a value; empty if it is absent
 */
record OptionType(
    String description,
    List<String> words,
    Reading parse,
    Function<Object, Optional<String>> print) {
  /** Reads a value. */
  @FunctionalInterface
  interface Reading {
    /**
     * {@return the value}
     *
     * @throws IllegalArgumentException if the text is malformed
     * @throws PipelineSyntaxException if it is, and it is known where
     */
    Object read(String text, PassRegistry passes);
  }

  /** {@return how options of {@code type} are read and written, if they can be} */
  static Optional<OptionType> of(Type type) {
    // Not a switch: its cases are linked at run time, and every start of qopt comes through here.
    if (type instanceof Class<?> plain) {
      return scalar(plain);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      return of(generic.getActualTypeArguments()[0]).map(OptionType::optional);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return of(generic.getActualTypeArguments()[0]).map(OptionType::list);
    }
    return Optional.empty();
  }

  private static Optional<OptionType> scalar(Class<?> type) {
    if (type == String.class) {
      return Optional.of(simple("string", text -> text));
    }
    if (type == int.class || type == Integer.class) {
      return Optional.of(simple("integer", Integer::valueOf));
    }
    if (type == long.class || type == Long.class) {
      return Optional.of(simple("integer", Long::valueOf));
    }
    if (type == double.class || type == Double.class) {
      return Optional.of(simple("number", Double::valueOf));
    }
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(
          new OptionType(
              "true or false",
              List.of("true", "false"),
              (text, _) -> bool(OptionText.unquote(text)),
              value -> Optional.of(value.toString())));
    }
    if (type == Path.class) {
      return Optional.of(simple("file", OptionType::path));
    }
    if (type == Pipeline.class) {
      return Optional.of(
          new OptionType(
              "pipeline",
              List.of(),
              (text, passes) -> Pipeline.parseValue(OptionText.unquote(text), passes),
              pipeline -> Optional.of(pipeline.toString())));
    }
    return type.isEnum() ? Optional.of(choice(type)) : Optional.empty();
  }

  private static OptionType simple(String description, Function<String, Object> parse) {
    return new OptionType(
        description,
        List.of(),
        (text, _) -> parse.apply(OptionText.unquote(text)),
        value -> Optional.of(OptionText.quote(value.toString())));
  }

  private static Object bool(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Object path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static OptionType choice(Class<?> type) {
    List<?> constants = Arrays.asList(type.getEnumConstants());
    List<String> words = constants.stream().map(OptionType::word).toList();
    return new OptionType(
        "one of " + String.join(", ", words),
        words,
        (text, _) ->
            constants.stream()
                .filter(constant -> word(constant).equals(OptionText.unquote(text)))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new),
        value -> Optional.of(word(value)));
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static OptionType optional(OptionType inner) {
    return new OptionType(
        inner.description,
        inner.words,
        (text, passes) -> Optional.of(inner.parse.read(text, passes)),
        value -> ((Optional<?>) value).flatMap(inner.print::apply));
  }

  private static OptionType list(OptionType element) {
    return new OptionType(
        "list, separated by commas: " + element.description,
        element.words,
        (text, passes) -> {
          String parts = OptionText.isInBraces(text) ? OptionText.unquote(text) : text;
          return OptionText.parts(parts).stream()
              .map(part -> element.parse.read(part, passes))
              .toList();
        },
        value ->
            Optional.of(
                    ((List<?>) value)
                        .stream()
                            .map(element.print::apply)
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(",")))
                .filter(text -> !text.isEmpty()));
  }
}
