package org.qopt.passes.printopstats;

import java.util.Map;
import java.util.TreeMap;
import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/**
 * {@code print-op-stats}: prints how often each kind of operation occurs, to the {@link
 * PrintStream} among the services of the context or else to standard error.
 */
public record PrintOpStatsPass() implements Pass {
  private static final PassInfo INFO =
      PassInfo.of("print-op-stats", "prints how often each operation occurs")
          .titled("PrintOpStats")
          .describedAs(
              """
              Leaves the program as it is and prints, for example:

              ```
              Operations encountered:
              -----------------------
                builtin.module , 1
                func.func      , 1
                func.return    , 1
              ```""");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    Map<String, Integer> counts = new TreeMap<>();
    operation.walk(inner -> counts.merge(inner.name(), 1, Integer::sum));
    int width = counts.keySet().stream().mapToInt(String::length).max().orElse(1);
    StringBuilder out = new StringBuilder("Operations encountered:\n-----------------------\n");
    counts.forEach(
        (name, count) -> out.append(("  %-" + width + "s , %d\n").formatted(name, count)));
    context.print(out.toString());
  }
}
