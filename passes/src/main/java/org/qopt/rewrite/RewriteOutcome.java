package org.qopt.rewrite;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;

/**
 * What a {@link GreedyRewriter} did.
 *
 * @param ending why it stopped
 * @param iterations how many times the program was gone through
 * @param changed whether the program differs from before, be it only in the place of a constant
 * @param applied how often each pattern changed the program, by its name; patterns that never did
 *     are left out
 * @param folded how many operations were replaced by constants
 * @param erased how many unused operations were removed
 * @param last the operation that a pattern changed last, as it was found; it may have been erased
 */
public record RewriteOutcome(
    Ending ending,
    int iterations,
    boolean changed,
    ImmutableSortedMap<String, Long> applied,
    long folded,
    long erased,
    Optional<Operation> last) {

  /** Why a rewriter stopped. */
  public enum Ending {
    /** The last iteration changed nothing. */
    CONVERGED,
    /** There were as many iterations as it may take. */
    ITERATIONS,
    /** So much was rewritten in one iteration that patterns must be undoing each other. */
    LOOP
  }

  private static final int SHOWN = 5;

  /** {@return whether nothing is left to do} */
  public boolean converged() {
    return ending == Ending.CONVERGED;
  }

  /**
   * {@return what to tell of a run that did not converge: the pass, the patterns applied most
   * often, and in a note the operation that was rewritten last}
   *
   * @param pass the name of the pass
   * @param scope what was rewritten
   */
  public Optional<Diagnostic> failure(String pass, Operation scope) {
    return switch (ending) {
      case CONVERGED -> Optional.empty();
      case ITERATIONS ->
          Optional.of(
              failure(scope, "%s did not converge in %d iterations".formatted(pass, iterations)));
      case LOOP ->
          Optional.of(
              failure(
                  scope,
                  pass + " does not end: patterns undo each other, or let the program grow"));
    };
  }

  private Diagnostic failure(Operation scope, String message) {
    String most = applied.isEmpty() ? "" : "; applied most often: " + topPatterns();
    Diagnostic error =
        Diagnostic.error(scope.reportLocation(), message + most).as(DiagnosticKind.NOT_CONVERGED);
    return last.map(
            operation ->
                error.withNote(
                    operation.reportLocation(), "rewritten last: '" + operation.name() + "' op"))
        .orElse(error);
  }

  /** {@return the patterns applied most often, as {@code A (12), B (7)}} */
  public String topPatterns() {
    return applied.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
