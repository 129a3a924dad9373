package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/**
 * Runs command lines without a shell process. The commands of a pipeline run one after another;
 * what passes between them stays in memory.
 */
public final class Shell {
  private static final int NOT_FOUND = 127;
  private static final int CRASHED = 134;

  private final Map<String, Command> commands = new HashMap<>(Builtins.ALL);

  /** A shell that runs {@code commands} in process, besides its own built-in ones. */
  public Shell(Map<String, Command> commands) {
    this.commands.putAll(commands);
  }

  /**
   * Runs a command line.
   *
   * @param line the line, all substitutions made
   * @param state folder and environment, which the line may change
   * @throws ShellSyntaxException if the line makes no sense; nothing has run then
   */
  public ShellResult run(String line, ShellState state) throws ShellSyntaxException {
    List<ExecutedCommand> executed = new ArrayList<>();
    int status = run(Parser.parse(line), state, executed);
    return new ShellResult(status, executed);
  }

  private int run(Script script, ShellState state, List<ExecutedCommand> executed) {
    return switch (script) {
      case Script.Pipeline pipeline -> {
        int status = runPipeline(pipeline, state, executed);
        yield pipeline.negated() ? status == 0 ? 1 : 0 : status;
      }
      case Script.Chain(Script first, Script.Connector connector, Script second) -> {
        int status = run(first, state, executed);
        boolean goesOn =
            switch (connector) {
              case ALWAYS -> true;
              case ON_SUCCESS -> status == 0;
              case ON_FAILURE -> status != 0;
            };
        yield goesOn ? run(second, state, executed) : status;
      }
    };
  }

  private int runPipeline(
      Script.Pipeline pipeline, ShellState state, List<ExecutedCommand> executed) {
    byte[] input = {};
    int status = 0;
    List<Script.Simple> stages = pipeline.commands();
    for (int i = 0; i < stages.size(); i++) {
      List<String> words = expand(stages.get(i).words(), state.directory());
      int stageStatus;
      String out = "";
      String err;
      try (Streams streams = new Streams(state.directory(), input, stages.get(i).redirections())) {
        stageStatus = call(words, streams, state, stages.size() == 1);
        streams.flush();
        input = streams.piped();
        err = streams.capturedErr();
        if (i == stages.size() - 1) {
          out = new String(input, StandardCharsets.UTF_8);
        }
      } catch (IOException e) {
        stageStatus = 1;
        input = new byte[0];
        err = FileProblem.describe(e) + "\n";
      }
      executed.add(new ExecutedCommand(words, stageStatus, out, err));
      status = stageStatus != 0 ? stageStatus : status;
    }
    return status;
  }

  private int call(List<String> words, Streams streams, ShellState state, boolean alone)
      throws IOException {
    CommandIo io =
        new CommandIo(
            streams.in(), streams.out(), streams.err(), state.directory(), state.environment());
    return switch (words.getFirst()) {
      case "cd" -> alone ? StateCommands.cd(words, io, state) : onlyAlone(words, io);
      case "export" -> alone ? StateCommands.export(words, io, state) : onlyAlone(words, io);
      default -> call(words, io);
    };
  }

  private static int onlyAlone(List<String> words, CommandIo io) {
    io.err().println("'" + words.getFirst() + "' cannot be part of a pipeline");
    return 1;
  }

  private int call(List<String> words, CommandIo io) throws IOException {
    String name = words.getFirst();
    List<String> arguments = words.subList(1, words.size());
    return switch (name) {
      case "not" -> Prefixes.not(arguments, io, this::call);
      case "env" -> Prefixes.env(arguments, io, this::call);
      default -> {
        Optional<Command> command = Optional.ofNullable(commands.get(name));
        if (command.isPresent()) {
          yield callInProcess(command.get(), arguments, io);
        }
        Optional<ExternalCommand> program =
            ExternalCommand.find(name, io.directory(), io.environment());
        if (program.isPresent()) {
          yield program.get().run(arguments, io);
        }
        io.err().println("'" + name + "': command not found");
        yield NOT_FOUND;
      }
    };
  }

  private static int callInProcess(Command command, List<String> arguments, CommandIo io)
      throws IOException {
    try {
      return command.run(arguments, io);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      // As a process of its own it would have died with this trace.
      e.printStackTrace(io.err());
      return CRASHED;
    }
  }

  private static List<String> expand(List<Word> words, Path directory) {
    List<String> expanded = new ArrayList<>();
    for (Word word : words) {
      List<String> matches = word.pattern() ? Globs.expand(word.text(), directory) : List.of();
      if (matches.isEmpty()) {
        expanded.add(word.text());
      } else {
        expanded.addAll(matches);
      }
    }
    return expanded;
  }
}
