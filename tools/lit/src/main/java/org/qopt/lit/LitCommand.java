package org.qopt.lit;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program {@code lit}, callable in process. */
public final class LitCommand implements Command {
  private static final int BAD_USAGE = 2;

  private final Map<String, Command> commands;

  /** A lit without in-process commands but those of the configurations. */
  public LitCommand() {
    this(Map.of());
  }

  /** A lit whose tests may call {@code commands} in process. */
  public LitCommand(Map<String, Command> commands) {
    this.commands = Map.copyOf(commands);
  }

  @Override
  public int run(List<String> arguments, CommandIo io) {
    try {
      CommandLine line = LitArguments.commandLine(arguments, io.directory(), io.environment());
      if (line.has("-h")) {
        io.out().println(LitArguments.USAGE);
        return 0;
      }
      if (line.has("--version")) {
        io.out().println("lit 0.1.0-SNAPSHOT, in the language of LLVM's lit 19");
        return 0;
      }
      return run(LitArguments.parse(line, io.directory(), io.environment()), io);
    } catch (LitException e) {
      io.out().flush();
      io.err().println(e.getMessage());
      return BAD_USAGE;
    }
  }

  private int run(LitOptions options, CommandIo io) throws LitException {
    Warnings warnings = new Warnings(io.err(), options.display().quiet());
    List<LitTest> found = discover(options, warnings, io);
    if (options.listing().suites() || options.listing().tests()) {
      new Listings(io.out()).print(found, options.listing());
      return 0;
    }
    if (options.listing().usedFeatures()) {
      new Listings(io.out()).printUsedFeatures(found);
      return 0;
    }
    Selection selection = new Selection(options, io.err());
    List<LitTest> selected = selection.select(found);
    if (selected.isEmpty()) {
      return 0;
    }
    RunOptions runOptions =
        new RunOptions(
            options.mode().execute(),
            options.mode().coverage(),
            options.mode().valgrind(),
            options.mode().isolated(),
            options.limits().timeout(),
            options.mode().path(),
            ImmutableMap.copyOf(io.environment()));
    if (options.mode().update()) {
      return update(selected, runOptions, options.mode().updateAttributes(), io);
    }
    return new LitRun(options, runOptions, selection, warnings, io).run(found, selected);
  }

  private static int update(
      List<LitTest> tests, RunOptions options, boolean attributes, CommandIo io) {
    boolean failed = false;
    for (LitTest test : tests) {
      UpdateChecks.Outcome outcome = new UpdateChecks(test, options, attributes).update();
      io.out().println(test.name() + ": " + outcome.text());
      failed |= outcome.failed();
    }
    return failed ? 1 : 0;
  }

  private List<LitTest> discover(LitOptions options, Warnings warnings, CommandIo io)
      throws LitException {
    LitOptions.Configuration configuration = options.configuration();
    Discovery discovery =
        new Discovery(
            commands,
            new DiscoverySettings(
                configuration.prefix(),
                configuration.parameters(),
                configuration.features(),
                message -> {
                  if (configuration.debug() && !options.display().quiet()) {
                    io.err().println("lit: note: " + message);
                  }
                }));
    Map<Path, LitTest> found = new LinkedHashMap<>();
    for (String path : options.paths()) {
      List<LitTest> tests = find(discovery, path, warnings, io);
      if (tests.isEmpty()) {
        warnings.add("input '" + path + "' contained no tests");
      }
      tests.forEach(test -> found.putIfAbsent(test.file(), test));
    }
    if (found.isEmpty()) {
      throw new LitException("error: did not discover any tests for provided path(s)");
    }
    return new ArrayList<>(found.values());
  }

  private static List<LitTest> find(
      Discovery discovery, String path, Warnings warnings, CommandIo io) throws LitException {
    try {
      return discovery.find(io.directory().resolve(path));
    } catch (NoSuiteException e) {
      warnings.add("unable to find test suite for '" + path + "': " + e.reason());
      return List.of();
    }
  }
}
