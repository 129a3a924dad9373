package org.qopt.target.canonicalize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Two transposes in a row are one, and one that leaves all in place is none.
 *
 * <pre>
 * %a = cpu.transpose %x {permutation = array&lt;i64: 0, 2, 1&gt;}  |
 * %y = cpu.transpose %a {permutation = array&lt;i64: 0, 2, 1&gt;}  |  %x
 * </pre>
 *
 * @param transpose the operation in the target's dialect
 */
public record MergeTransposes(OpDef transpose) implements RewritePattern {
  private static final String PERMUTATION = "permutation";

  @Override
  public List<OpDef> roots() {
    return List.of(transpose);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> inner = root.operand(0).definingOp().filter(op -> op.is(transpose));
    int[] second = permutation(root);
    if (inner.isEmpty()) {
      if (!isIdentity(second)) {
        return PatternResult.noMatch("the operand is not transposed");
      }
      rewriter.replace(root, root.operand(0));
      return PatternResult.REWRITTEN;
    }
    int[] first = permutation(inner.get());
    long[] both = new long[second.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = first[second[i]];
    }
    rewriter.replace(
        root,
        rewriter
            .builder()
            .create(
                transpose,
                root.location(),
                List.of(inner.get().operand(0)),
                DictionaryAttr.of(Map.of(PERMUTATION, DenseIntArrayAttr.i64(both))),
                List.of(root.result().type())));
    return PatternResult.REWRITTEN;
  }

  private static int[] permutation(Operation operation) {
    return operation.required(PERMUTATION, DenseIntArrayAttr.class).toInts();
  }

  private static boolean isIdentity(int[] permutation) {
    for (int i = 0; i < permutation.length; i++) {
      if (permutation[i] != i) {
        return false;
      }
    }
    return true;
  }
}
