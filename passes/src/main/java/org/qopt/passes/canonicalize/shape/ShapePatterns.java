package org.qopt.passes.canonicalize.shape;

import java.util.List;
import org.qopt.rewrite.PatternSet;

/** The patterns of this package. */
public final class ShapePatterns {
  /** All of them. */
  public static final PatternSet ALL =
      PatternSet.of(
          List.of(
              new DynamicReshapeToReshape(),
              new FoldShape(),
              new MergeReshapes(),
              new MergeTransposes(),
              new RemoveCastToSame(),
              new RemoveConcatOfOne(),
              new RemoveFullSlice(),
              new RemoveIdentityReshape(),
              new RemoveIdentityTranspose(),
              new SoftmaxOverOne(),
              new SoftmaxOverLastAxis(),
              new TransposeToReshape()));

  private ShapePatterns() {}
}
