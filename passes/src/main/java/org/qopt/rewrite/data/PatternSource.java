package org.qopt.rewrite.data;

import java.nio.file.Path;
import java.util.List;
import org.qopt.rewrite.RewritePattern;

/** Reads files of patterns; a service of a pass's context, since passes know of no file format. */
@FunctionalInterface
public interface PatternSource {
  /**
   * {@return the patterns in {@code file}, in their order}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException with what is wrong, and where
   */
  List<RewritePattern> load(Path file);
}
