package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.Collections;
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

  /** What is wrong so far; all of it is reported, not only the first. */
  private final List<String> mistakes = new ArrayList<>();

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
  private boolean colored;
  private boolean strictDirectives;
  private boolean explain;

  private ArgumentParser() {}

  /**
   * Reads arguments.
   *
   * @param defaults what holds without a flag
   */
  static CommandLine parse(List<String> arguments, CommandLine.Defaults defaults)
      throws UsageException {
    ArgumentParser parser = new ArgumentParser();
    parser.colored = defaults.colored();
    parser.strictDirectives = defaults.strictDirectives();
    parser.explain = defaults.explain();
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
    if (parseFlag(name, value)
        || parseHelp(name, value)
        || parseValued(name, value, rest)
        || parseGroup(body)) {
      return;
    }
    String problem = "Unknown command line argument '" + argument + "'.  Try: '";
    mistakes.add(PROGRAM + ": " + problem + PROGRAM + " --help'");
    mistakes.add(PROGRAM + ": Did you mean '" + FlagNames.nearest(body) + "'?");
  }

  /** Reads flags of one letter that stand together, as in {@code -vvv} and {@code -vDX=1}. */
  private boolean parseGroup(String group) throws UsageException {
    for (int i = 0; i < group.length(); i++) {
      String name = group.substring(i, i + 1);
      String rest = group.substring(i + 1);
      if (name.equals("D")) {
        define(rest);
        return true;
      }
      boolean valued = rest.startsWith("=");
      Optional<String> value = valued ? Optional.of(rest.substring(1)) : Optional.empty();
      if (!parseFlag(name, value) && !parseHelp(name, value)) {
        return false;
      }
      if (valued) {
        return true;
      }
    }
    return true;
  }

  private void define(String definition) {
    if (definition.isEmpty()) {
      bad("D", "requires a value!");
    } else {
      defines.add(definition);
    }
  }

  private boolean parseFlag(String name, Optional<String> value) {
    switch (name) {
      case "allow-unused-prefixes" -> allowUnusedPrefixes = flag(name, value);
      case "strict-whitespace" -> strictWhitespace = flag(name, value);
      case "strict-directives" -> strictDirectives = flag(name, value);
      case "explain" -> explain = flag(name, value);
      case "ignore-case" -> ignoreCase = flag(name, value);
      case "match-full-lines" -> matchFullLines = flag(name, value);
      case "enable-var-scope" -> enableVarScope = flag(name, value);
      case "allow-deprecated-dag-overlap" -> allowDagOverlap = flag(name, value);
      case "allow-empty" -> allowEmpty = flag(name, value);
      case "v" -> verbose = flag(name, value);
      case "vv" -> veryVerbose = flag(name, value);
      case "color" -> colored = flag(name, value);
      default -> {
        if (!FlagNames.INHERITED_SWITCHES.contains(name)) {
          return false;
        }
        flag(name, value);
      }
    }
    return true;
  }

  private boolean parseHelp(String name, Optional<String> value) throws UsageException {
    boolean version = name.equals("version");
    if (!version && !FlagNames.HELP.contains(name)) {
      return false;
    }
    if (value.isPresent()) {
      bad(name, "does not allow a value! '" + value.get() + "' specified.");
      return true;
    }
    throw UsageException.help(
        mistakes, version ? List.of(Version.line()) : HelpText.usage(name.endsWith("hidden")));
  }

  private boolean parseValued(String name, Optional<String> given, Iterator<String> rest) {
    if (!FlagNames.VALUED.contains(name) && !FlagNames.INHERITED_VALUED.contains(name)) {
      return false;
    }
    if (given.isEmpty() && !rest.hasNext()) {
      bad(name, "requires a value!");
      return true;
    }
    String value = given.isPresent() ? given.get() : rest.next();
    switch (name) {
      case "check-prefix" -> checkPrefixes.add(value);
      case "check-prefixes" -> checkPrefixes.addAll(List.of(value.split(",", -1)));
      case "comment-prefixes" -> commentPrefixes.addAll(List.of(value.split(",", -1)));
      case "implicit-check-not" -> implicitNots.add(value);
      case "input-file" -> inputFile = value;
      case "dump-input" -> choice(name, value, DumpOptions.When.values()).ifPresent(dumps::add);
      case "dump-input-filter" ->
          choice(name, value, DumpOptions.Filter.values()).ifPresent(filters::add);
      case "dump-input-context" -> addContext(name, value);
      case "rng-seed" -> requireUnsignedLong(name, value);
      default -> {}
    }
    return true;
  }

  private CommandLine finish() throws UsageException {
    if (positionals.size() > 1) {
      mistakes.add(PROGRAM + ": Too many positional arguments specified!");
      mistakes.add("Can specify at most 1 positional arguments: See: " + PROGRAM + " --help");
    }
    if (!mistakes.isEmpty()) {
      throw UsageException.wrong(BAD_ARGUMENT, mistakes);
    }
    DumpOptions.When when = dumps.isEmpty() ? DumpOptions.When.FAIL : Collections.min(dumps);
    if (when == DumpOptions.When.HELP) {
      throw UsageException.help(mistakes, DumpHelp.lines(colored));
    }
    if (positionals.isEmpty() || positionals.getFirst().isEmpty()) {
      throw UsageException.wrong(
          FileCheckResult.USAGE_ERROR, List.of("<check-file> not specified"));
    }
    requireDefinitions();
    boolean always = when == DumpOptions.When.ALWAYS;
    DumpOptions.Filter usual = always ? DumpOptions.Filter.ALL : DumpOptions.Filter.ERROR;
    DumpOptions.Filter filter = filters.isEmpty() ? usual : Collections.min(filters);
    int context = contexts.isEmpty() ? 5 : Collections.max(contexts);
    return new CommandLine(
        options(),
        positionals.getFirst(),
        inputFile,
        new DumpOptions(when, filter, context),
        colored);
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
        verbosity,
        strictDirectives,
        explain);
  }

  private void requireDefinitions() throws UsageException {
    for (String definition : defines) {
      int equal = definition.indexOf('=');
      if (equal <= 0) {
        String missing = equal < 0 ? "equal sign" : "variable name";
        mistakes.add("Missing " + missing + " in command-line definition '-D" + definition + "'");
      }
    }
    if (!mistakes.isEmpty()) {
      throw UsageException.wrong(FileCheckResult.USAGE_ERROR, mistakes);
    }
  }

  private boolean flag(String name, Optional<String> value) {
    return switch (value.orElse("true")) {
      case "", "true", "TRUE", "True", "1" -> true;
      case "false", "FALSE", "False", "0" -> false;
      default -> {
        bad(name, "'" + value.get() + "' is invalid value for boolean argument! Try 0 or 1");
        yield false;
      }
    };
  }

  private <E extends Enum<E>> Optional<E> choice(String name, String value, E[] choices) {
    for (E choice : choices) {
      if (choice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
        return Optional.of(choice);
      }
    }
    bad(name, "Cannot find option named '" + value + "'!");
    return Optional.empty();
  }

  private void addContext(String name, String value) {
    try {
      int lines = Numerals.parseUnsigned(value);
      contexts.add(lines < 0 ? Integer.MAX_VALUE : lines);
    } catch (NumberFormatException e) {
      bad(name, "'" + value + "' value invalid for uint argument!");
    }
  }

  private void requireUnsignedLong(String name, String value) {
    try {
      Numerals.parseUnsignedLong(value);
    } catch (NumberFormatException e) {
      bad(name, "'" + value + "' value invalid for ulong argument!");
    }
  }

  private void bad(String name, String problem) {
    mistakes.add(PROGRAM + ": for the " + FlagNames.dashed(name) + " option: " + problem);
  }
}
