package org.qopt.rewrite;

import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;

/**
 * A local change that leaves the meaning of a program as it is, or brings it to another form. A
 * pattern keeps no state: it may be applied to several functions at once.
 */
public interface RewritePattern {
  /** {@return the kinds of operation that it may apply to; none for all kinds} */
  List<OpDef> roots();

  /**
   * Applies the pattern if it fits. When it does not, it must not have changed anything.
   *
   * @param root a valid operation of one of the kinds
   * @param rewriter what every change goes through
   */
  PatternResult apply(Operation root, Rewriter rewriter);

  /** {@return how early it is tried among those with the same root: the greatest first} */
  default int benefit() {
    return 1;
  }

  /** {@return the name in reports, by default that of the class} */
  default String name() {
    return getClass().getSimpleName();
  }
}
