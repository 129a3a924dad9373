package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Runs command lines without a shell process. */
public final class Shell {
  private final ShellOptions options;
  private final ShellState state;
  private final Processes processes;
  private final Consumer<ExecutedCommand> executed;

  /**
   * A shell.
   *
   * @param options what it may call
   * @param state folder and environment, which command lines may change
   * @param processes what it starts is added here
   * @param executed is told of each command that has ended
   */
  public Shell(
      ShellOptions options,
      ShellState state,
      Processes processes,
      Consumer<ExecutedCommand> executed) {
    this.options = options;
    this.state = state;
    this.processes = processes;
    this.executed = executed;
  }

  /**
   * Runs a command line.
   *
   * @return its exit status: with {@code pipefail} that of the last command that failed in its last
   *     pipeline, else that of the last command
   * @throws ShellFault if a command cannot be run at all
   * @throws IOException if a redirection cannot be opened
   */
  public int run(Script script) throws ShellFault, IOException {
    return switch (script) {
      case Script.Pipeline pipeline -> runPipeline(pipeline);
      case Script.Chain(Script first, Script.Connector connector, Script second) -> {
        int status = run(first);
        boolean goesOn =
            !processes.stopped()
                && switch (connector) {
                  case ALWAYS -> true;
                  case ON_SUCCESS -> status == 0;
                  case ON_FAILURE -> status != 0;
                };
        yield goesOn ? run(second) : status;
      }
    };
  }

  private int runPipeline(Script.Pipeline pipeline) throws ShellFault, IOException {
    List<Script.Simple> commands = pipeline.commands();
    ImmutableList.Builder<Stage> stages = ImmutableList.builder();
    for (Script.Simple command : commands) {
      Prefixes prefixes = Prefixes.of(command, state.environment());
      String name = prefixes.words().getFirst().text();
      boolean alone = commands.size() == 1;
      if (StateCommands.ALL.containsKey(name) && (alone || !name.equals("echo"))) {
        return StateCommands.run(command, prefixes, alone, state, executed);
      }
      stages.add(Stage.prepare(command, prefixes, options, state));
    }
    return new PipelineRun(stages.build(), options.pipefail(), processes, executed).run();
  }
}
