package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.qopt.lit.Command;
import org.qopt.lit.CommandClass;

/**
 * A command of a pipeline that is ready to begin.
 *
 * @param command what it was made from
 * @param prefixes what stood before it
 * @param call its arguments, folder and environment
 * @param redirects its files
 * @param called the command, if it is called
 * @param program the program, if it is started as a process
 */
record Stage(
    Script.Simple command,
    Prefixes prefixes,
    InProcessCommand.Call call,
    Redirects redirects,
    Optional<Command> called,
    Optional<Program> program,
    OptionalInt umask) {

  static Stage prepare(
      Script.Simple command, Prefixes prefixes, ShellOptions options, ShellState state)
      throws ShellFault, IOException {
    String name = prefixes.words().getFirst().text();
    Optional<Command> called = Optional.ofNullable(options.commands().get(name));
    Optional<Program> program = Optional.empty();
    boolean ours = name.equals("filecheck") || name.equals("FileCheck") && called.isPresent();
    if (options.isolated() && called.orElse(null) instanceof CommandClass isolated) {
      called = Optional.empty();
      program = Optional.of(new Program(isolated.processWords()));
    } else if (called.isEmpty()) {
      called = Optional.ofNullable(Builtins.ALL.get(name));
    }
    if (called.isEmpty() && program.isEmpty()) {
      Program found = find(command, name, prefixes, state);
      ImmutableList<String> starter = options.starter();
      program =
          Optional.of(
              starter.isEmpty()
                  ? found
                  : find(command, starter.getFirst(), prefixes, state)
                      .with(starter.subList(1, starter.size()))
                      .with(found.words()));
    }
    ImmutableList.Builder<String> arguments = ImmutableList.builder();
    for (Word word : prefixes.words().subList(1, prefixes.words().size())) {
      arguments.addAll(Globs.expand(word, state.directory()));
    }
    Redirects redirects = Redirects.open(command, state);
    Map<String, String> environment =
        ours ? checkerEnvironment(prefixes, options, redirects) : prefixes.environment();
    return new Stage(
        command,
        prefixes,
        new InProcessCommand.Call(arguments.build(), state.directory(), environment),
        redirects,
        called,
        program,
        state.umask());
  }

  private static Program find(
      Script.Simple command, String name, Prefixes prefixes, ShellState state) throws ShellFault {
    Optional<Program> program = Program.find(name, state.directory(), prefixes.environment());
    if (program.isEmpty()) {
      throw new ShellFault(command, "'" + name + "': command not found");
    }
    return program.get();
  }

  /** {@return the environment of {@code filecheck}, which explains only what people will read} */
  private static Map<String, String> checkerEnvironment(
      Prefixes prefixes, ShellOptions options, Redirects redirects) {
    Map<String, String> environment = new TreeMap<>(prefixes.environment());
    if (options.strictDirectives()) {
      environment.merge("FILECHECK_OPTS", "--strict-directives", (old, flag) -> flag + " " + old);
    }
    if (redirects.err() instanceof Target.Shown) {
      environment.putIfAbsent("FILECHECK_EXPLAIN", "1");
    }
    return environment;
  }

  /**
   * Begins the command.
   *
   * @param previous what the command before it writes, if there is one
   */
  RunningCommand begin(Optional<InputStream> previous, Processes processes)
      throws ShellFault, IOException {
    if (called.isPresent()) {
      InputStream in = previous.orElseGet(InputStream::nullInputStream);
      return InProcessCommand.run(called.get(), call, redirects, in);
    }
    Program start = program.orElseThrow();
    List<String> words = start.call(call.arguments(), umask);
    try {
      return ProcessCommand.start(
          new ProcessCommand.Start(start, words, call.directory(), call.environment()),
          redirects,
          previous,
          processes);
    } catch (IOException e) {
      throw new ShellFault(
          command, "Could not create process (" + words.getFirst() + ") due to " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }
}
