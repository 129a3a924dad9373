package org.qopt.ir.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/**
 * Writes operations as text. In the generic form each is {@code "nn.relu"(%0) : (tensor<4xf32>) ->
 * tensor<4xf32>}; in the pretty form those of known dialects are {@code nn.relu %0 :
 * tensor<4xf32>}, all alike but for the module and functions, which have MLIR's own form.
 *
 * <p>Invalid operations are written too, if need be in the generic form.
 */
public final class Printer {
  private final PrintOptions options;
  private final TextOut out;
  private final SsaNames names;
  private final AttributePrinter attributes;
  private final CustomForms custom;
  private final KnownTexts known = new KnownTexts();
  private final boolean ahead;

  /**
   * Writes to {@code out}.
   *
   * @param ahead whether a second thread may help with long blocks
   */
  private Printer(PrintOptions options, TextOut out, SsaNames names, boolean ahead) {
    this.options = options;
    this.out = out;
    this.names = names;
    this.ahead = ahead;
    this.attributes = new AttributePrinter(options, out, known);
    this.custom = new CustomForms(this);
  }

  /**
   * Writes {@code root} with all that it holds, the options' trailer, and a line break, in UTF-8.
   * Keys of resources may be asked for by two threads at once.
   *
   * @throws IOException if {@code target} does
   */
  public static void print(Operation root, PrintOptions options, OutputStream target)
      throws IOException {
    print(root, options, target, true);
  }

  private static void print(
      Operation root, PrintOptions options, OutputStream target, boolean ahead) throws IOException {
    TextOut out = new TextOut(target);
    try {
      options.aliases().forEach((name, value) -> alias(out, name, value));
      new Printer(options, out, SsaNames.of(root, options.generic()), ahead).operation(root);
      options.trailer().print(out.newLine());
      if (!options.trailer().sections().isEmpty()) {
        out.newLine();
      }
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void alias(TextOut out, String name, String value) {
    out.append(name).append(" = ").append(value).newLine();
  }

  /** {@return the text of {@code root} with all that it holds, and a line break} */
  public static String toText(Operation root, PrintOptions options) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      print(root, options, text, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  TextOut out() {
    return out;
  }

  /** {@return what writes the same to {@code other}, all by itself} */
  Printer withOutput(TextOut other) {
    return new Printer(options, other, names, false);
  }

  /** Writes operations, each on a new line, and leaves nothing in the buffer. */
  void printAside(List<Operation> operations) {
    operations(operations);
    out.flush();
  }

  void operations(Iterable<Operation> operations) {
    for (Operation operation : operations) {
      out.newLine();
      operation(operation);
    }
  }

  void operation(Operation operation) {
    if (!operation.results().isEmpty()) {
      out.append(names.results(operation)).append(" = ");
    }
    if (options.generic() || !hasPrettyForm(operation)) {
      generic(operation);
    } else if (!custom.print(operation)) {
      uniform(operation);
    }
    location(operation.location());
  }

  // What the pretty form does not tell apart, the reader would not put back in its place.
  private static boolean hasPrettyForm(Operation operation) {
    return operation.def().isPresent() && hasPrettyForm(operation, operation.def().get());
  }

  private static boolean hasPrettyForm(Operation operation, OpDef def) {
    for (String name : operation.properties().entries().keySet()) {
      if (!def.declares(name)) {
        return false;
      }
    }
    for (String name : operation.attributes().entries().keySet()) {
      if (def.declares(name)) {
        return false;
      }
    }
    return true;
  }

  private void generic(Operation operation) {
    out.append(known.quoted(operation.name())).append('(');
    operands(operation);
    out.append(')');
    if (!operation.successors().isEmpty()) {
      successors(operation.successors());
    }
    if (!operation.properties().isEmpty()) {
      out.append(" <");
      dictionary(operation.properties());
      out.append('>');
    } else if (operation.opaqueProperties().isPresent()) {
      out.append(" <");
      attributes.print(operation.opaqueProperties().get());
      out.append('>');
    }
    regions(operation.regions());
    if (!operation.attributes().isEmpty()) {
      out.append(' ');
      dictionary(operation.attributes());
    }
    out.append(" : ");
    signature(operation);
  }

  // The same dictionary stands at many operations of one kind.
  private void dictionary(DictionaryAttr dictionary) {
    byte[] text = known.of(dictionary);
    if (text.length > 0) {
      out.append(text);
      return;
    }
    long before = out.position();
    attributes.print(dictionary);
    known.learn(dictionary, out.since(before));
  }

  /** Writes the types of operands and results as a function type. */
  void signature(Operation operation) {
    out.append('(');
    operandTypes(operation);
    out.append(") -> ");
    List<OpResult> results = operation.results();
    boolean bare = results.size() == 1 && !(results.getFirst().type() instanceof FunctionType);
    if (!bare) {
      out.append('(');
    }
    resultTypes(operation);
    if (!bare) {
      out.append(')');
    }
  }

  private void type(Type type) {
    out.append(known.of(type));
  }

  private void uniform(Operation operation) {
    out.append(operation.name());
    if (operation.operandCount() > 0) {
      out.append(' ');
      operands(operation);
    }
    if (!operation.successors().isEmpty()) {
      out.append(' ');
      successors(operation.successors());
    }
    regions(operation.regions());
    dictionary(" ", withoutDefaults(operation));
    if (!operation.results().isEmpty()) {
      out.append(" : ");
      resultTypes(operation);
    }
  }

  /** {@return both dictionaries as one, without attributes that are equal to their default} */
  static Map<String, Attribute> withoutDefaults(Operation operation) {
    if (operation.properties().isEmpty()) {
      return operation.attributes().entries();
    }
    OpDef def = operation.def().orElseThrow();
    Map<String, Attribute> all = new TreeMap<>(operation.attributes().entries());
    operation
        .properties()
        .entries()
        .forEach(
            (name, value) -> {
              if (!def.defaultOf(name).equals(Optional.of(value))) {
                all.put(name, value);
              }
            });
    return all;
  }

  /** Writes {@code before} and the entries in braces, or nothing if there are none. */
  void dictionary(String before, Map<String, Attribute> entries) {
    if (!entries.isEmpty()) {
      out.append(before);
      attributes.printDictionary(entries);
    }
  }

  void operands(Operation operation) {
    operands(operation, 0, operation.operandCount());
  }

  /** Writes the operands from number {@code from} to before number {@code to}. */
  void operands(Operation operation, int from, int to) {
    for (int i = from; i < to; i++) {
      separator(i - from);
      out.append(names.bytes(operation.operand(i)));
    }
  }

  void operandTypes(Operation operation) {
    for (int i = 0; i < operation.operandCount(); i++) {
      separator(i);
      type(operation.operand(i).type());
    }
  }

  void resultTypes(Operation operation) {
    for (int i = 0; i < operation.results().size(); i++) {
      separator(i);
      type(operation.result(i).type());
    }
  }

  private void separator(int index) {
    if (index > 0) {
      out.append(", ");
    }
  }

  private void successors(List<Block> successors) {
    out.append('[');
    String separator = "";
    for (Block block : successors) {
      out.append(separator).append(names.of(block));
      separator = ", ";
    }
    out.append(']');
  }

  private void regions(List<Region> regions) {
    if (regions.isEmpty()) {
      return;
    }
    String separator = " (";
    for (Region region : regions) {
      out.append(separator);
      region(region, true);
      separator = ", ";
    }
    out.append(')');
  }

  /**
   * Writes a region in braces.
   *
   * @param header whether a label with the arguments stands before the first block
   */
  void region(Region region, boolean header) {
    out.append('{');
    boolean first = true;
    for (Block block : region.blocks()) {
      boolean needed = !block.arguments().isEmpty() || block.isEmpty() || names.isTarget(block);
      if (!first || (header && needed)) {
        label(block);
      }
      out.indent();
      if (ahead && PrintAhead.paysFor(block)) {
        new PrintAhead(this).print(block);
      } else {
        operations(block);
      }
      out.dedent();
      first = false;
    }
    out.newLine().append('}');
  }

  private void label(Block block) {
    out.newLine().append(names.of(block));
    if (!block.arguments().isEmpty()) {
      out.append('(');
      String separator = "";
      for (BlockArgument argument : block.arguments()) {
        out.append(separator);
        argument(argument);
        location(argument.location());
        separator = ", ";
      }
      out.append(')');
    }
    out.append(':');
  }

  /** Writes an argument with its type, but not its location. */
  void argument(BlockArgument argument) {
    out.append(names.bytes(argument)).append(": ").append(known.of(argument.type()));
  }

  void location(Location location) {
    if (!options.locations()) {
      return;
    }
    out.append(" loc(");
    if (location instanceof FileLocation place) {
      // Most operations have one, and most of the same file.
      out.append(known.quoted(place.file()));
      out.append(':').append(place.line()).append(':').append(place.column());
    } else {
      out.append(location.toString());
    }
    out.append(')');
  }
}
