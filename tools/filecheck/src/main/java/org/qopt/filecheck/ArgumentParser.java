package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qopt.filecheck.CommandLine.DumpOptions;
import org.qopt.filecheck.CommandLine.UsageException;

/** Reads arguments the way LLVM's tools do: one or two dashes, a value after {@code =} or apart. */
final class ArgumentParser {
  private static final String PROGRAM = "filecheck";
  private static final int BAD_ARGUMENT = 1;

  private final List<String> checkPrefixes = new ArrayList<>();
  private final List<String> commentPrefixes = new ArrayList<>();
  private final List<String> implicitNots = new ArrayList<>();
  private final List<String> defines = new ArrayList<>();
  private final List<String> positionals = new ArrayList<>();
  private final List<DumpOptions.When> dumps = new ArrayList<>();
  private final List<DumpOptions.Filter> filters = new ArrayList<>();
  private final List<Integer> contexts = new ArrayList<>();
  private String inputFile = "-";
  private boolean allowUnusedPrefixes;
  private boolean strictWhitespace;
  private boolean ignoreCase;
  private boolean matchFullLines;
  private boolean enableVarScope;
  private boolean allowDagOverlap;
  private boolean allowEmpty;
  private boolean verbose;
  private boolean veryVerbose;

  private ArgumentParser() {}

  static CommandLine parse(List<String> arguments) throws UsageException {
    ArgumentParser parser = new ArgumentParser();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      parser.parseArgument(rest.next(), rest);
    }
    return parser.finish();
  }

  private void parseArgument(String argument, Iterator<String> rest) throws UsageException {
    if (!argument.startsWith("-") || argument.equals("-")) {
      positionals.add(argument);
      return;
    }
    if (argument.equals("--")) {
      rest.forEachRemaining(positionals::add);
      return;
    }
    String body = argument.substring(argument.startsWith("--") ? 2 : 1);
    int equal = body.indexOf('=');
    String name = equal < 0 ? body : body.substring(0, equal);
    Optional<String> value = equal < 0 ? Optional.empty() : Optional.of(body.substring(equal + 1));
    if (!parseFlag(name, value) && !parseValued(name, value, rest)) {
      if (!body.startsWith("D")) {
        throw bad(
            "Unknown command line argument '" + argument + "'.  Try: '" + PROGRAM + " --help'");
      }
      String definition = body.substring(1);
      if (definition.isEmpty()) {
        throw bad("for the -D option: requires a value!");
      }
      defines.add(definition);
    }
  }

  private boolean parseFlag(String name, Optional<String> value) throws UsageException {
    switch (name) {
      case "allow-unused-prefixes" -> allowUnusedPrefixes = flag(name, value);
      case "strict-whitespace" -> strictWhitespace = flag(name, value);
      case "ignore-case" -> ignoreCase = flag(name, value);
      case "match-full-lines" -> matchFullLines = flag(name, value);
      case "enable-var-scope" -> enableVarScope = flag(name, value);
      case "allow-deprecated-dag-overlap" -> allowDagOverlap = flag(name, value);
      case "allow-empty" -> allowEmpty = flag(name, value);
      case "v" -> verbose = flag(name, value);
      case "vv" -> veryVerbose = flag(name, value);
      // Messages carry no colour, whatever the terminal.
      case "color" -> flag(name, value);
      case "help" -> throw new UsageException(FileCheckResult.PASSED, HelpText.usage());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean parseValued(String name, Optional<String> given, Iterator<String> rest)
      throws UsageException {
    switch (name) {
      case "check-prefix" -> checkPrefixes.add(value(name, given, rest));
      case "check-prefixes" -> checkPrefixes.addAll(list(value(name, given, rest)));
      case "comment-prefixes" -> commentPrefixes.addAll(list(value(name, given, rest)));
      case "implicit-check-not" -> implicitNots.add(value(name, given, rest));
      case "input-file" -> inputFile = value(name, given, rest);
      case "dump-input" ->
          dumps.add(choice(name, value(name, given, rest), DumpOptions.When.values()));
      case "dump-input-filter" ->
          filters.add(choice(name, value(name, given, rest), DumpOptions.Filter.values()));
      case "dump-input-context" -> contexts.add(number(name, value(name, given, rest)));
      default -> {
        return false;
      }
    }
    return true;
  }

  private CommandLine finish() throws UsageException {
    DumpOptions.When when = dumps.stream().sorted().findFirst().orElse(DumpOptions.When.FAIL);
    if (when == DumpOptions.When.HELP) {
      throw new UsageException(FileCheckResult.PASSED, HelpText.dump());
    }
    if (positionals.isEmpty()) {
      throw new UsageException(FileCheckResult.USAGE_ERROR, List.of("<check-file> not specified"));
    }
    if (positionals.size() > 1) {
      throw new UsageException(
          BAD_ARGUMENT,
          List.of(
              PROGRAM + ": Too many positional arguments specified!",
              "Can specify at most 1 positional arguments: See: " + PROGRAM + " --help"));
    }
    requireDefinitions();
    DumpOptions.Filter filter =
        filters.stream()
            .sorted()
            .findFirst()
            .orElse(
                when == DumpOptions.When.ALWAYS
                    ? DumpOptions.Filter.ALL
                    : DumpOptions.Filter.ERROR);
    int context = contexts.stream().max(Integer::compare).orElse(5);
    return new CommandLine(
        options(), positionals.getFirst(), inputFile, new DumpOptions(when, filter, context));
  }

  private FileCheckOptions options() {
    FileCheckOptions.Verbosity verbosity = FileCheckOptions.Verbosity.QUIET;
    if (veryVerbose) {
      verbosity = FileCheckOptions.Verbosity.VERY_VERBOSE;
    } else if (verbose) {
      verbosity = FileCheckOptions.Verbosity.VERBOSE;
    }
    return new FileCheckOptions(
        checkPrefixes,
        commentPrefixes,
        allowUnusedPrefixes,
        strictWhitespace,
        ignoreCase,
        implicitNots,
        matchFullLines,
        enableVarScope,
        allowDagOverlap,
        allowEmpty,
        defines,
        verbosity);
  }

  private void requireDefinitions() throws UsageException {
    List<String> mistakes = new ArrayList<>();
    for (String definition : defines) {
      int equal = definition.indexOf('=');
      if (equal <= 0) {
        String missing = equal < 0 ? "equal sign" : "variable name";
        mistakes.add("Missing " + missing + " in command-line definition '-D" + definition + "'");
      }
    }
    if (!mistakes.isEmpty()) {
      throw new UsageException(FileCheckResult.USAGE_ERROR, mistakes);
    }
  }

  private static boolean flag(String name, Optional<String> value) throws UsageException {
    return switch (value.orElse("true")) {
      case "", "true", "TRUE", "True", "1" -> true;
      case "false", "FALSE", "False", "0" -> false;
      default ->
          throw bad(
              "for the --"
                  + name
                  + " option: '"
                  + value.orElse("")
                  + "' is invalid value for boolean argument! Try 0 or 1");
    };
  }

  private static String value(String name, Optional<String> given, Iterator<String> rest)
      throws UsageException {
    return given.isPresent() ? given.get() : next(name, rest);
  }

  private static String next(String name, Iterator<String> rest) throws UsageException {
    if (!rest.hasNext()) {
      throw bad("for the --" + name + " option: requires a value!");
    }
    return rest.next();
  }

  private static List<String> list(String value) {
    return List.of(value.split(",", -1));
  }

  private static <E extends Enum<E>> E choice(String name, String value, E[] choices)
      throws UsageException {
    for (E choice : choices) {
      if (choice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
        return choice;
      }
    }
    throw bad("for the --" + name + " option: Cannot find option named '" + value + "'!");
  }

  private static int number(String name, String value) throws UsageException {
    try {
      return Integer.parseUnsignedInt(value);
    } catch (NumberFormatException e) {
      throw bad("for the --" + name + " option: '" + value + "' value invalid for uint argument!");
    }
  }

  private static UsageException bad(String message) {
    return new UsageException(BAD_ARGUMENT, List.of(PROGRAM + ": " + message));
  }
}
