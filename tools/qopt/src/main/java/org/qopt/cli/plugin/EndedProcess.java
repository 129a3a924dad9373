package org.qopt.cli.plugin;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.qopt.cli.ExitStatus;
import org.qopt.ir.diagnostic.Diagnostic;

/**
 * Says which plugin calls {@link System#exit}, and ends the process as an input at fault does. That
 * it ends cannot be prevented; {@link Runtime#halt} goes unnoticed.
 */
public final class EndedProcess implements AutoCloseable {
  private final Consumer<Diagnostic> report;
  private final Thread hook = new Thread(this::explain, "qopt-exit");

  private EndedProcess(Consumer<Diagnostic> report) {
    this.report = report;
  }

  /** {@return what gives an error to {@code report} if code of a plugin ends the process} */
  public static EndedProcess watch(Consumer<Diagnostic> report) {
    EndedProcess watch = new EndedProcess(report);
    Runtime.getRuntime().addShutdownHook(watch.hook);
    return watch;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending.
    }
  }

  private void explain() {
    Optional<ForeignCode> culprit =
        Thread.getAllStackTraces().entrySet().stream()
            .filter(entry -> isExit(entry.getValue()))
            .map(entry -> ForeignCode.on(entry.getKey(), entry.getValue()))
            .flatMap(Optional::stream)
            .findFirst();
    if (culprit.isPresent()) {
      report.accept(culprit.get().error("ended the process"));
      Runtime.getRuntime().halt(ExitStatus.INPUT_FAULT);
    }
  }

  private static boolean isExit(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }
}
