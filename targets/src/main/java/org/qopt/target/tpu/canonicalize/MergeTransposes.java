package org.qopt.target.tpu.canonicalize;

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
import org.qopt.target.tpu.dialect.TransposeOp;

/**
 * Two transposes in a row are one.
 *
 * <pre>
 * %a = tpu.transpose %x {permutation = array&lt;i64: 0, 2, 1&gt;}  |
 * %y = tpu.transpose %a {permutation = array&lt;i64: 1, 0, 2&gt;}  |  %y = tpu.transpose %x {permutation = array&lt;i64: 2, 0, 1&gt;}
 * </pre>
 */
record MergeTransposes() implements RewritePattern {
  private static final String PERMUTATION = "permutation";

  @Override
  public List<OpDef> roots() {
    return List.of(TransposeOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> inner = root.operand(0).definingOp().filter(op -> op.is(TransposeOp.DEF));
    if (inner.isEmpty()) {
      return PatternResult.noMatch("the operand is not transposed");
    }
    int[] first = inner.get().required(PERMUTATION, DenseIntArrayAttr.class).toInts();
    int[] second = root.required(PERMUTATION, DenseIntArrayAttr.class).toInts();
    long[] both = new long[second.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = first[second[i]];
    }
    rewriter.replace(
        root,
        rewriter
            .builder()
            .create(
                TransposeOp.DEF,
                root.location(),
                List.of(inner.get().operand(0)),
                DictionaryAttr.of(Map.of(PERMUTATION, DenseIntArrayAttr.i64(both))),
                List.of(root.result().type())));
    return PatternResult.REWRITTEN;
  }
}
