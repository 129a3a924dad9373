package org.qopt.cli;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.qopt.cli.args.ArgumentReader;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.opt.OptCommand;
import org.qopt.cli.opt.PassTimeout;
import org.qopt.cli.plugin.EndedProcess;
import org.qopt.cli.plugin.EndlessCode;
import org.qopt.cli.reduce.ReduceCommand;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.NearMiss;

/** The command line of qopt, runnable any number of times in one process. */
public final class Qopt {
  private static final ImmutableList<Command> COMMANDS =
      ImmutableList.of(
          new OptCommand(),
          new CalibrateCommand(),
          new RunCommand(),
          new CompareCommand(),
          new ReduceCommand(),
          new OpsCommand(),
          new PassesCommand(),
          new TargetsCommand(),
          new ExplainCommand(),
          new DocsCommand());

  private Qopt() {}

  /**
   * Runs one command line.
   *
   * @param words the words after {@code qopt}
   * @return the exit status
   */
  public static int run(List<String> words, CliIo io) {
    List<String> plugins = EarlyFlags.plugins(words);
    return plugins.isEmpty()
        ? runPlain(words, io)
        : Guard.usage(io, () -> runWith(plugins, EarlyFlags.read(words), words, io));
  }

  private static int runWith(List<String> plugins, Arguments early, List<String> words, CliIo io) {
    Consumer<Diagnostic> report = fault -> report(List.of(fault), early, io);
    try (EndedProcess _ = EndedProcess.watch(report)) {
      return new EndlessCode(PassTimeout.of(early))
          .watch(() -> Plugins.with(plugins, io, () -> runPlain(words, io)));
    } catch (InvalidInputException e) {
      return report(e.diagnostics(), early, io);
    }
  }

  private static int report(List<Diagnostic> faults, Arguments early, CliIo io) {
    return Guard.run(
        early,
        io,
        _ -> {
          throw new InvalidInputException(faults);
        });
  }

  private static int runPlain(List<String> words, CliIo io) {
    if (words.contains("--version") || words.contains("-version")) {
      io.out().print("qopt " + Version.text() + "\n");
      return ExitStatus.DONE;
    }
    Command command = commandOf(words);
    List<String> rest = command.name().isEmpty() ? words : words.subList(1, words.size());
    return Guard.usage(
        io,
        () -> {
          if (rest.contains("--help") || rest.contains("-help") || rest.contains("-h")) {
            io.out().print(Help.of(command, COMMANDS));
            return ExitStatus.DONE;
          }
          if (command == COMMANDS.getFirst()) {
            checkIsNoCommand(words, io);
            checkHoldNoCommand(words, io);
          }
          Arguments arguments = read(command, rest);
          return Guard.run(arguments, io, reporting -> command.run(arguments, reporting));
        });
  }

  private static Command commandOf(List<String> words) {
    Command unnamed = COMMANDS.getFirst();
    if (words.isEmpty()) {
      return unnamed;
    }
    for (Command command : COMMANDS) {
      if (command != unnamed && command.name().equals(words.getFirst())) {
        return command;
      }
    }
    return unnamed;
  }

  // A mistyped command would be taken for the name of a program.
  private static void checkIsNoCommand(List<String> words, CliIo io) {
    String first = words.isEmpty() ? "" : words.getFirst();
    if (first.startsWith("-") || first.contains(".")) {
      return;
    }
    List<String> names =
        COMMANDS.stream().map(Command::name).filter(name -> !name.isEmpty()).toList();
    if (NearMiss.of(first, names).isPresent() && !isFile(first, io)) {
      throw Unknown.name("command", first, names);
    }
  }

  // And so would one behind flags.
  private static void checkHoldNoCommand(List<String> words, CliIo io) {
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      boolean isValue = words.get(i - 1).startsWith("-") && !words.get(i - 1).contains("=");
      if (!isValue && commandOf(List.of(word)) != COMMANDS.getFirst() && !isFile(word, io)) {
        throw new UsageException("'" + word + "' is a command, which comes first: qopt " + word);
      }
    }
  }

  private static boolean isFile(String name, CliIo io) {
    return Files.exists(io.resolve(name));
  }

  private static Arguments read(Command command, List<String> words) {
    ArgumentReader own = reader(command.ownFlags());
    return (own.knowsAll(words) ? own : reader(command.flags())).read(words);
  }

  private static ArgumentReader reader(List<Flag> flags) {
    List<Flag> all = new ArrayList<>(flags);
    all.add(CommonFlags.MAX_ERRORS);
    all.add(CommonFlags.DIAGNOSTICS_FORMAT);
    all.add(CommonFlags.SHOW_CODES);
    all.add(CommonFlags.PLUGIN);
    // A record's equals is linked when it is first called, which every start would pay.
    all.removeIf(flag -> flag == CommonFlags.PASS_TIMEOUT);
    all.add(CommonFlags.PASS_TIMEOUT);
    return new ArgumentReader(all);
  }
}
