package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/**
 * The commands that belong to the shell itself, because they change it or what is around it. They
 * stand alone: in no pipeline, and not after {@code env} or {@code not --crash}.
 */
final class StateCommands {
  static final ImmutableMap<String, StateCommand> ALL =
      ImmutableMap.<String, StateCommand>builder()
          .put("cd", StateCommands::cd)
          .put("pushd", StateCommands::pushd)
          .put("popd", StateCommands::popd)
          .put("export", StateCommands::export)
          .put("umask", StateCommands::umask)
          .put("mkdir", new Mkdir())
          .put("rm", new Rm())
          .put("echo", plain(new Echo(false)))
          .put("@echo", plain(new Echo(false)))
          .put(":", (_, _, _) -> 0)
          .buildOrThrow();

  private StateCommands() {}

  /** Something that the shell does itself. */
  @FunctionalInterface
  interface StateCommand {
    int run(List<String> arguments, CommandIo io, ShellState state) throws Refusal, IOException;
  }

  /** A call that makes no sense, which ends the script. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message, null, false, false);
    }
  }

  private static StateCommand plain(Command command) {
    return (arguments, io, _) -> command.run(arguments, io);
  }

  static int run(
      Script.Simple command,
      Prefixes prefixes,
      boolean alone,
      ShellState state,
      Consumer<ExecutedCommand> executed)
      throws ShellFault, IOException {
    String name = prefixes.words().getFirst().text();
    refuse(command, name, prefixes, alone);
    boolean isEcho = name.endsWith("echo");
    boolean isRedirected =
        command.redirections().stream().anyMatch(r -> r.descriptor() == 0 || r.descriptor() == 2);
    if (isEcho && isRedirected) {
      throw new ShellFault(command, "stdin and stderr redirects not supported for " + name);
    }
    ImmutableList.Builder<String> arguments = ImmutableList.builder();
    for (Word word : prefixes.words().subList(1, prefixes.words().size())) {
      arguments.addAll(Globs.expand(word, state.directory()));
    }
    StateCommand body = ALL.get(name);
    Refusal[] refusal = new Refusal[1];
    Command called =
        (words, io) -> {
          try {
            return body.run(words, io, state);
          } catch (Refusal e) {
            refusal[0] = e;
            return ShellFault.STATUS;
          }
        };
    Redirects redirects = Redirects.open(command, state);
    Path directory = state.directory();
    InProcessCommand ran =
        InProcessCommand.run(
            called,
            new InProcessCommand.Call(arguments.build(), directory, state.environment()),
            redirects,
            InputStream.nullInputStream());
    if (refusal[0] != null) {
      throw new ShellFault(command, refusal[0].getMessage());
    }
    Capture out = new Capture();
    ran.output().transferTo(out);
    int status = prefixes.apply(ran.await());
    executed.accept(
        new ExecutedCommand(
            command, status, out.text(), ran.shownError(), ImmutableList.of(), false));
    return status;
  }

  private static void refuse(Script.Simple command, String name, Prefixes prefixes, boolean alone)
      throws ShellFault {
    if (prefixes.changed()) {
      throw new ShellFault(command, "Error: 'env' cannot call '" + name + "'");
    }
    if (prefixes.expectsCrash()) {
      throw new ShellFault(command, "Error: 'not --crash' cannot call '" + name + "'");
    }
    if (!alone) {
      throw new ShellFault(command, "Unsupported: '" + name + "' cannot be part of a pipeline");
    }
  }

  private static int cd(List<String> arguments, CommandIo io, ShellState state) throws Refusal {
    if (arguments.size() != 1) {
      throw new Refusal("'cd' supports only one argument");
    }
    // As in LLVM's shell, whether there is such a folder shows when a command is to run in it.
    state.changeDirectory(state.directory().resolve(arguments.getFirst()));
    return 0;
  }

  private static int pushd(List<String> arguments, CommandIo io, ShellState state) throws Refusal {
    if (arguments.size() != 1) {
      throw new Refusal("'pushd' supports only one argument");
    }
    state.directories().push(state.directory());
    return cd(arguments, io, state);
  }

  private static int popd(List<String> arguments, CommandIo io, ShellState state) throws Refusal {
    if (!arguments.isEmpty()) {
      throw new Refusal("'popd' does not support arguments");
    }
    if (state.directories().isEmpty()) {
      throw new Refusal("popd: directory stack empty");
    }
    state.changeDirectory(state.directories().pop());
    return 0;
  }

  private static int export(List<String> arguments, CommandIo io, ShellState state) throws Refusal {
    if (arguments.size() != 1) {
      throw new Refusal("'export' supports only one argument");
    }
    List<Word> words =
        ImmutableList.of(new Word("export", false), new Word(arguments.getFirst(), false));
    Prefixes.assign(words, state.environment());
    return 0;
  }

  private static int umask(List<String> arguments, CommandIo io, ShellState state) throws Refusal {
    if (arguments.size() != 1 || !arguments.getFirst().matches("[0-7]{1,4}")) {
      throw new Refusal("'umask' expects one octal number");
    }
    state.changeUmask(Integer.parseInt(arguments.getFirst(), 8));
    return 0;
  }
}
