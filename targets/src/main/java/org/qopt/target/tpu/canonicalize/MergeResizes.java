package org.qopt.target.tpu.canonicalize;

import java.util.Arrays;
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
import org.qopt.target.tpu.dialect.ResizeNearestOp;

/**
 * Pixels of pixels are pixels.
 *
 * <pre>
 * %a = tpu.resize_nearest %x {rows = array&lt;i64: 0, 0, 1, 1&gt;, ...}  |
 * %y = tpu.resize_nearest %a {rows = array&lt;i64: 0, 2&gt;, ...}        |  %y = tpu.resize_nearest %x {rows = array&lt;i64: 0, 1&gt;, ...}
 * </pre>
 */
record MergeResizes() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ResizeNearestOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> inner =
        root.operand(0).definingOp().filter(op -> op.is(ResizeNearestOp.DEF));
    if (inner.isEmpty()) {
      return PatternResult.noMatch("the operand is not made of pixels");
    }
    Operation merged =
        rewriter
            .builder()
            .create(
                ResizeNearestOp.DEF,
                root.location(),
                List.of(inner.get().operand(0)),
                DictionaryAttr.of(
                    Map.of(
                        ResizeNearestOp.ROWS,
                        of(ResizeNearestOp.rows(inner.get()), ResizeNearestOp.rows(root)),
                        ResizeNearestOp.COLUMNS,
                        of(ResizeNearestOp.columns(inner.get()), ResizeNearestOp.columns(root)))),
                List.of(root.result().type()));
    rewriter.replace(root, merged);
    return PatternResult.REWRITTEN;
  }

  private static DenseIntArrayAttr of(int[] inner, int[] outer) {
    return DenseIntArrayAttr.i64(Arrays.stream(outer).mapToLong(i -> inner[i]).toArray());
  }
}
