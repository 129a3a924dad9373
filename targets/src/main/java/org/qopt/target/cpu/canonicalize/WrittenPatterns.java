package org.qopt.target.cpu.canonicalize;

import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.data.WrittenPattern;
import org.qopt.target.cpu.dialect.DequantizeOp;
import org.qopt.target.cpu.dialect.QuantizeOp;

/** The patterns whose text lies beside this class; read once, however often the pass runs. */
final class WrittenPatterns {
  static final RewritePattern REMOVE_CAST_PAIR =
      WrittenPattern.beside(WrittenPatterns.class, "RemoveCastPair", QuantizeOp.DEF)
          .behind(DequantizeOp.DEF);

  private WrittenPatterns() {}
}
