package org.qopt.target.tpu.canonicalize;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.SliceShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.tpu.dialect.ClampOp;
import org.qopt.target.tpu.dialect.ConcatOp;
import org.qopt.target.tpu.dialect.PadOp;
import org.qopt.target.tpu.dialect.RescaleOp;
import org.qopt.target.tpu.dialect.ReshapeOp;
import org.qopt.target.tpu.dialect.ResizeBilinearOp;
import org.qopt.target.tpu.dialect.ResizeNearestOp;
import org.qopt.target.tpu.dialect.SliceOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.dialect.TransposeOp;

/**
 * What gives its operand back goes: its type is that of the result, and nothing is moved or cut.
 *
 * <pre>
 * %y = tpu.rescale %x {...} : tensor&lt;4x!quant.uniform&lt;i8:f32, 0.5&gt;&gt;  |  %x, of the same type
 * </pre>
 */
record RemoveMove() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(
        RescaleOp.DEF,
        ClampOp.DEF,
        ReshapeOp.DEF,
        TransposeOp.DEF,
        SliceOp.DEF,
        PadOp.DEF,
        ConcatOp.DEF,
        ResizeBilinearOp.DEF,
        ResizeNearestOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    if (root.operandCount() != 1 || !root.operand(0).type().equals(root.result().type())) {
      return PatternResult.noMatch("the operand is not of the result's type, or not the only one");
    }
    if (!keepsAll(root)) {
      return PatternResult.noMatch("elements are moved or cut");
    }
    rewriter.replace(root, root.operand(0));
    return PatternResult.REWRITTEN;
  }

  /** With one type for both, other operations than these have nothing that they could do. */
  private static boolean keepsAll(Operation root) {
    if (root.is(ClampOp.DEF)) {
      return TpuAttributes.clamp(root).equals(TpuAttributes.full(root.result().type()));
    }
    if (root.is(TransposeOp.DEF)) {
      int[] permutation = root.required("permutation", DenseIntArrayAttr.class).toInts();
      return isIdentity(permutation);
    }
    if (root.is(ResizeNearestOp.DEF)) {
      return isIdentity(ResizeNearestOp.rows(root)) && isIdentity(ResizeNearestOp.columns(root));
    }
    if (root.is(SliceOp.DEF)) {
      var shape = ((TensorType) root.operand(0).type()).shape();
      return Arrays.stream(SliceShapes.ranges(new ShapeInput(List.of(shape), root.allAttributes())))
          .allMatch(range -> range.step() > 0);
    }
    return true;
  }

  private static boolean isIdentity(int[] indices) {
    return Arrays.equals(indices, IntStream.range(0, indices.length).toArray());
  }
}
