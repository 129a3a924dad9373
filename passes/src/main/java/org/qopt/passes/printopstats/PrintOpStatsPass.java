package org.qopt.passes.printopstats;

import java.util.SortedMap;
import java.util.TreeMap;
import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/**
 * {@code print-op-stats}: prints how often each kind of operation occurs, to the {@link
 * PrintStream} among the services of the context or else to standard error.
 *
 * @param json whether it is printed as a JSON object
 */
public record PrintOpStatsPass(boolean json) implements Pass {
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
                   func.func   , 1
                   func.return , 1
              ```

              or, with `json`, `{"builtin.module" : 1, ...}`, one operation a line.""")
          .option("json", "print a JSON object");

  @Override
  public PassInfo info() {
    return INFO;
  }

  @Override
  public void run(Operation operation, PassContext context) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    operation.walk(inner -> counts.merge(inner.name(), 1, Integer::sum));
    context.print(json ? OpStatsText.json(counts) : OpStatsText.table(counts));
  }
}
