package org.qopt.target.tpu.canonicalize;

import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.data.WrittenPattern;
import org.qopt.target.tpu.dialect.ResizeNearestOp;

/** The patterns whose text lies beside this class; read once, however often the pass runs. */
final class WrittenPatterns {
  static final RewritePattern MERGE_RESIZES =
      WrittenPattern.beside(WrittenPatterns.class, "MergeResizes", ResizeNearestOp.DEF)
          .behind(ResizeNearestOp.DEF);

  private WrittenPatterns() {}
}
