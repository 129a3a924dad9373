package org.qopt.passes.viewopgraph;

import java.nio.file.Path;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.TextFiles;

/**
 * {@code view-op-graph}: prints the operations and the values between them as a graph, to a file by
 * the {@link TextFiles} among the services of the context, or where a pass prints.
 *
 * @param maxLabelLen how many characters of an attribute or a type are shown at most
 * @param printAttrs whether attributes are shown
 * @param printControlFlowEdges whether an edge leads from each operation to the next
 * @param printDataFlowEdges whether an edge leads from each value to what takes it
 * @param printResultTypes whether the types of results are shown
 * @param format what is printed; empty for what the file's ending says, else DOT
 * @param file where it goes; empty for where a pass prints
 */
public record ViewOpGraphPass(
    int maxLabelLen,
    boolean printAttrs,
    boolean printControlFlowEdges,
    boolean printDataFlowEdges,
    boolean printResultTypes,
    Optional<Format> format,
    Optional<Path> file)
    implements Pass {
  /** The pass with its default options. */
  public static final ViewOpGraphPass DEFAULT =
      new ViewOpGraphPass(20, true, false, true, true, Optional.empty(), Optional.empty());

  /** What a graph is printed as. */
  public enum Format {
    /** The language of Graphviz, as mlir-opt prints it. */
    DOT,
    /** A picture that browsers show. */
    SVG
  }

  /** Checks the options. */
  public ViewOpGraphPass {
    if (maxLabelLen < 1) {
      throw new IllegalArgumentException(
          "expected 'max-label-len' of at least 1, but got " + maxLabelLen);
    }
  }

  @Override
  public PassInfo info() {
    return PassInfo.of("view-op-graph", "prints the program as a graph")
        .titled("ViewOpGraph")
        .describedAs(
            """
            Leaves the program as it is and prints it in Graphviz's language DOT, as mlir-opt does, \
            or as a picture (SVG) that needs no other tool: operations and arguments are nodes, an \
            edge leads from a value to each operation that takes it, operations with regions are \
            boxes around what they hold.

            ```
            digraph G {
              compound = true;
              v1 [fillcolor = "0.000000 1.0 1.0", label = "nn.relu : (tensor<4xf32>)", ...];
              v2 [fillcolor = "0.250000 1.0 1.0", label = "func.return : ()", ...];
              v1 -> v2 [label = "", style = solid];
            }
            ```""")
        .option("max-label-len", "how many characters of an attribute or a type are shown")
        .option("print-attrs", "whether attributes are shown")
        .option("print-control-flow-edges", "whether an edge leads from each operation to the next")
        .option("print-data-flow-edges", "whether an edge leads from each value to what takes it")
        .option("print-result-types", "whether the types of results are shown")
        .option("format", "what is printed: a graph for Graphviz, or a picture; as the file ends")
        .option("file", "where it goes, instead of standard error");
  }

  @Override
  public void run(Operation operation, PassContext context) {
    String text = draw(operation, format.orElseGet(this::formatOfFile));
    file.ifPresentOrElse(
        path -> context.service(TextFiles.class).write(path, text), () -> context.print(text));
  }

  private Format formatOfFile() {
    return file.filter(path -> path.toString().endsWith(".svg")).isPresent()
        ? Format.SVG
        : Format.DOT;
  }

  /** {@return {@code operation} and all that it holds as text of the format {@code as}} */
  public String draw(Operation operation, Format as) {
    OpGraph graph = new GraphBuilder(this).build(operation);
    return switch (as) {
      case DOT -> DotWriter.write(graph);
      case SVG -> SvgWriter.write(graph);
    };
  }
}
