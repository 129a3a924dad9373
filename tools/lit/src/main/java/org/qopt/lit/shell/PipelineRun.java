package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qopt.lit.shell.ExecutedCommand.WrittenFile;

/**
 * Runs the commands of one pipeline. Processes run at the same time; a command of this process runs
 * when those before it have been begun, and what it writes stays in memory until it has ended.
 */
record PipelineRun(
    ImmutableList<Stage> stages,
    boolean pipefail,
    Processes processes,
    Consumer<ExecutedCommand> executed) {

  int run() throws ShellFault, IOException {
    List<RunningCommand> running = new ArrayList<>();
    Capture last = new Capture();
    try {
      Optional<InputStream> previous = Optional.empty();
      for (Stage stage : stages) {
        RunningCommand command = stage.begin(previous, processes);
        running.add(command);
        previous = Optional.of(command.output());
      }
      readLast(running.getLast(), previous.orElseThrow(), last);
    } catch (ShellFault | IOException e) {
      // Those that were begun would wait for the one that was not.
      running.forEach(PipelineRun::abandon);
      throw e;
    }
    return finish(running, last);
  }

  private static void readLast(RunningCommand command, InputStream output, Capture into)
      throws IOException {
    if (command instanceof ProcessCommand process) {
      process.drain(output, into);
    } else {
      output.transferTo(into);
    }
  }

  private static void abandon(RunningCommand command) {
    try {
      command.output().close();
    } catch (IOException e) {
      // It has gone already.
      return;
    }
  }

  private int finish(List<RunningCommand> running, Capture last) throws IOException {
    List<ExitStatus> ended = new ArrayList<>();
    for (RunningCommand command : running) {
      ended.add(command.await());
    }
    int status = 0;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      int code = stage.prefixes().apply(ended.get(i));
      boolean isLast = i == stages.size() - 1;
      executed.accept(
          new ExecutedCommand(
              stage.command(),
              code,
              isLast ? last.text() : "",
              running.get(i).shownError(),
              code == 0 ? ImmutableList.of() : writtenFiles(),
              processes.stopped()));
      status = code != 0 || !pipefail ? code : status;
    }
    return status;
  }

  private ImmutableList<WrittenFile> writtenFiles() {
    return stages.stream()
        .map(Stage::redirects)
        .flatMap(redirects -> Stream.of(redirects.out(), redirects.err()).distinct())
        .filter(Target.File.class::isInstance)
        .map(Target.File.class::cast)
        .sorted(Comparator.comparing(Target.File::name))
        .map(file -> new WrittenFile(file.name(), read(file)))
        .collect(ImmutableList.toImmutableList());
  }

  private static String read(Target.File file) {
    // Enough for what is shown of it, and never a device.
    final int shown = 8192;
    if (!Files.isRegularFile(file.path())) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file.path())) {
      return new String(in.readNBytes(shown), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
