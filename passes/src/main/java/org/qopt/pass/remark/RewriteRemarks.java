package org.qopt.pass.remark;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qopt.ir.Operation;
import org.qopt.pass.PassContext;
import org.qopt.pass.remark.Remark.Kind;
import org.qopt.rewrite.RewriteListener;

/**
 * Turns what a rewriter does into remarks. That a pattern does not apply is told once an operation,
 * at the end, and only of operations that are still there: what was tried on the way is no news.
 */
public final class RewriteRemarks implements RewriteListener {
  private final String pass;
  private final PassContext context;
  private final boolean passed;
  private final boolean missed;
  private final Map<Operation, Map<String, String>> refusals = new IdentityHashMap<>();

  /** Remarks of the pass {@code pass}, given to {@code context}. */
  public RewriteRemarks(String pass, PassContext context) {
    this.pass = pass;
    this.context = context;
    this.passed = context.wantsRemarks(Kind.PASSED);
    this.missed = context.wantsRemarks(Kind.MISSED);
  }

  @Override
  public void rewritten(String pattern, Operation operation) {
    remark(Kind.PASSED, pattern, operation, "'%s' op is rewritten");
    // What was in the way may be gone.
    refusals.remove(operation);
  }

  @Override
  public void notMatched(String pattern, Operation operation, String reason) {
    if (missed) {
      refusals.computeIfAbsent(operation, _ -> new LinkedHashMap<>()).put(pattern, reason);
    }
  }

  @Override
  public void folded(Operation operation) {
    remark(Kind.PASSED, "fold", operation, "'%s' op is computed");
  }

  @Override
  public void erasedUnused(Operation operation) {
    remark(Kind.PASSED, "unused", operation, "'%s' op is not used and erased");
  }

  private void remark(Kind kind, String name, Operation operation, String text) {
    if (passed) {
      context.remark(Remark.of(kind, pass, name, operation, text.formatted(operation.name())));
    }
  }

  /** Tells why patterns did not apply to what is left in {@code scope}, in its order. */
  public void finish(Operation scope) {
    if (!refusals.isEmpty()) {
      scope.walk(this::tellRefusals);
    }
  }

  private void tellRefusals(Operation operation) {
    refusals
        .getOrDefault(operation, Map.of())
        .forEach(
            (pattern, reason) ->
                context.remark(
                    Remark.of(
                        Kind.MISSED,
                        pass,
                        pattern,
                        operation,
                        "'%s' op stays: %s".formatted(operation.name(), reason))));
  }
}
