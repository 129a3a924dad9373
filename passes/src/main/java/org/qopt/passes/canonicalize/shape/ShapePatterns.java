package org.qopt.passes.canonicalize.shape;

import java.util.List;
import org.qopt.dialect.nn.CastOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.data.WrittenPattern;

/** The patterns of this package. */
public final class ShapePatterns {
  /** All of them. */
  public static final PatternSet ALL =
      PatternSet.of(
          List.of(
              new DynamicReshapeToReshape(),
              new FoldShape(),
              written("MergeReshapes", ReshapeOp.DEF).behind(ReshapeOp.DEF),
              written("MergeTransposes", TransposeOp.DEF).behind(TransposeOp.DEF),
              written("RemoveCastToSame", CastOp.DEF),
              new RemoveConcatOfOne(),
              new RemoveFullSlice(),
              new RemoveIdentityReshape(),
              new RemoveIdentityTranspose(),
              new SoftmaxOverOne(),
              new SoftmaxOverLastAxis(),
              new TransposeToReshape()));

  private ShapePatterns() {}

  private static WrittenPattern written(String name, OpDef root) {
    return WrittenPattern.beside(ShapePatterns.class, name, root);
  }
}
