package org.qopt.cli.run;

import java.io.PrintStream;
import java.util.List;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.print.Quoted;
import org.qopt.ir.tensor.Tensor;

/**
 * Prints every result as a constant, a line each.
 *
 * @param names the names of the outputs
 * @param out where they are printed
 */
record PrintedResults(List<String> names, PrintStream out) implements ResultSink {
  @Override
  public void take(List<Tensor> results) {
    for (int i = 0; i < results.size(); i++) {
      out.print(Quoted.of(names.get(i)) + " = " + DenseElementsAttr.of(results.get(i)) + "\n");
    }
  }

  @Override
  public void finish() {
    out.flush();
  }

  @Override
  public void close() {
    // What was printed stays.
  }
}
