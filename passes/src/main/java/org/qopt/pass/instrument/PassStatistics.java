package org.qopt.pass.instrument;

import java.util.Map;
import java.util.TreeMap;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassRun;

/** Sums up what passes count, by pass. */
public final class PassStatistics implements PassInstrumentation {
  private final Map<String, Map<String, Long>> byPass = new TreeMap<>();

  @Override
  public synchronized void afterPass(PassRun run) {
    Map<String, Long> sums =
        byPass.computeIfAbsent(run.pass().info().title(), _ -> new TreeMap<>());
    run.counts().forEach((name, amount) -> sums.merge(name, amount, Long::sum));
  }

  /** {@return the report, in the form of mlir-opt's} */
  public synchronized String report() {
    StringBuilder out = new StringBuilder();
    Reports.title(out, "Pass statistics report");
    byPass.forEach(
        (pass, sums) -> {
          out.append(pass).append('\n');
          sums.forEach(
              (name, amount) ->
                  out.append("  (S) ").append(amount).append(' ').append(name).append('\n'));
        });
    return out.toString();
  }
}
