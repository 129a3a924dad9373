package org.qopt.passes.viewopgraph;

import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/**
 * {@code view-op-graph}: prints the operations and the values between them as a graph, to the
 * {@link PrintStream} among the services of the context or else to standard error.
 *
 * @param maxLabelLen how many characters of an attribute are shown at most
 * @param printAttrs whether attributes are shown
 * @param printResultTypes whether the types of results are shown
 */
public record ViewOpGraphPass(int maxLabelLen, boolean printAttrs, boolean printResultTypes)
    implements Pass {
  /** The pass with its default options. */
  public static final ViewOpGraphPass DEFAULT = new ViewOpGraphPass(20, true, true);

  /** Checks the options. */
  public ViewOpGraphPass {
    if (maxLabelLen < 1) {
      throw new IllegalArgumentException(
          "expected 'max-label-len' of at least 1, but got " + maxLabelLen);
    }
  }

  @Override
  public PassInfo info() {
    return PassInfo.of("view-op-graph", "prints the program as a graph for Graphviz")
        .titled("ViewOpGraph")
        .describedAs(
            """
            Leaves the program as it is and prints it in Graphviz's language DOT: operations and \
            arguments are nodes, an edge leads from a value to each operation that takes it, \
            operations with regions are boxes around what they hold.

            ```
            digraph G {
              compound = true;
              v1 [label = "nn.relu : (tensor<4xf32>)", shape = ellipse, style = filled, ...];
              v2 [label = "func.return : ()", shape = ellipse, style = filled, ...];
              v1 -> v2 [label = ""];
            }
            ```""")
        .option("max-label-len", "how many characters of an attribute are shown")
        .option("print-attrs", "whether attributes are shown")
        .option("print-result-types", "whether the types of results are shown");
  }

  @Override
  public void run(Operation operation, PassContext context) {
    String graph = new DotWriter(this).write(operation);
    context.print(graph);
  }
}
