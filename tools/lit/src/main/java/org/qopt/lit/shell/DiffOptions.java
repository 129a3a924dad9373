package org.qopt.lit.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What {@code diff} takes for equal, and how it shows the rest.
 *
 * @param noSpace whether white space does not count
 * @param anySpace whether any white space is like any other
 * @param stripCarriageReturns whether line ends of both kinds are alike
 * @param ignored lines that begin so do not count
 * @param recursive whether folders are compared
 */
record DiffOptions(
    boolean noSpace,
    boolean anySpace,
    boolean stripCarriageReturns,
    Optional<Pattern> ignored,
    boolean recursive,
    DiffFormat format,
    List<String> operands) {
  private static final int DEFAULT_CONTEXT = 3;

  /** A call that makes no sense. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message, null, false, false);
    }
  }

  static DiffOptions parse(List<String> arguments) throws UsageException {
    Options options;
    try {
      options = Options.parse(arguments, "wbuI:U:r", List.of("strip-trailing-cr"));
    } catch (Options.BadOptionException e) {
      throw new UsageException("Unsupported: 'diff': " + e.getMessage());
    }
    boolean unified = options.has("u");
    int context = DEFAULT_CONTEXT;
    Optional<Pattern> ignored = Optional.empty();
    for (Options.Option option : options.options()) {
      if (option.name().equals("U")) {
        if (!option.value().matches("\\d{1,9}")) {
          throw new UsageException("Error: invalid '-U' argument: " + option.value());
        }
        unified = true;
        context = Integer.parseInt(option.value());
      } else if (option.name().equals("I")) {
        ignored = Optional.of(pattern(option.value()));
      }
    }
    if (options.operands().size() != 2) {
      throw new UsageException("Error: missing or extra operand");
    }
    return new DiffOptions(
        options.has("w"),
        options.has("b"),
        options.has("strip-trailing-cr"),
        ignored,
        options.has("r"),
        new DiffFormat(unified, context),
        options.operands());
  }

  private static Pattern pattern(String text) throws UsageException {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new UsageException("Error: invalid '-I' argument: " + text);
    }
  }

  /** {@return the lines as they are compared and shown} */
  List<String> normalize(List<String> lines) {
    return lines.stream()
        .filter(line -> ignored.map(p -> !p.matcher(line).lookingAt()).orElse(true))
        .map(this::normalize)
        .toList();
  }

  private String normalize(String line) {
    String text = stripCarriageReturns ? line.replace("\r\n", "\n") : line;
    if (!noSpace && !anySpace) {
      return text;
    }
    return text.strip().replaceAll("\\s+", noSpace ? "" : " ") + "\n";
  }
}
