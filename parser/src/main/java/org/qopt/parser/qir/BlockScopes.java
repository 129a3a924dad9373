package org.qopt.parser.qir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.Block;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;

/** The blocks of the regions around a place, by label. */
final class BlockScopes {
  /** A label with its block; defined once its text has been reached. */
  private static final class Label {
    private final Token firstSeen;
    private final Block block = new Block();
    private Token definedAt;

    private Label(Token firstSeen) {
      this.firstSeen = firstSeen;
    }
  }

  private record Scope(Map<String, Label> labels, List<Block> blocks) {}

  private final SourceFile source;
  private final Problems problems;
  private final Deque<Scope> scopes = new ArrayDeque<>();

  BlockScopes(SourceFile source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  int depth() {
    return scopes.size();
  }

  void push() {
    scopes.push(new Scope(new LinkedHashMap<>(4), new ArrayList<>(1)));
  }

  void popTo(int depth) {
    while (scopes.size() > depth) {
      scopes.pop();
    }
  }

  /** {@return the blocks of the innermost region, which is left, in order} */
  List<Block> pop() {
    Scope scope = scopes.pop();
    for (Map.Entry<String, Label> entry : scope.labels().entrySet()) {
      if (entry.getValue().definedAt == null && !problems.lostDefinitions()) {
        problems.report(
            error(
                entry.getValue().firstSeen,
                "reference to an undefined block '" + entry.getKey() + "'"));
      }
    }
    return scope.blocks();
  }

  boolean isFirst() {
    return scopes.peek().blocks().isEmpty();
  }

  /** {@return the block at the end of the innermost region} */
  Block current() {
    return scopes.peek().blocks().getLast();
  }

  boolean isOutside() {
    return scopes.isEmpty();
  }

  /** Begins a block without a label. */
  void begin() {
    scopes.peek().blocks().add(new Block());
  }

  /** Begins the block of a label. */
  void begin(Token token) {
    Label label = find(token);
    if (label.definedAt != null) {
      problems.report(
          error(token, "redefinition of block '" + token.getText() + "'")
              .withNote(source.locate(label.definedAt.getStartIndex()), "previously defined here"));
      begin();
      return;
    }
    label.definedAt = token;
    scopes.peek().blocks().add(label.block);
  }

  /** {@return the block that a successor names} */
  Block use(Token token) {
    if (scopes.isEmpty()) {
      throw SyntaxFailure.of(error(token, "a successor outside of any region"));
    }
    return find(token).block;
  }

  private Label find(Token token) {
    return scopes.peek().labels().computeIfAbsent(token.getText(), _ -> new Label(token));
  }

  private Diagnostic error(Token token, String message) {
    return Diagnostic.error(source.locate(token.getStartIndex()), message)
        .as(DiagnosticKind.BLOCK_NAME);
  }
}
