package org.qopt.filecheck;

import java.util.List;

/**
 * What came of a run.
 *
 * @param exitStatus {@link #PASSED}, {@link #CHECK_FAILED} or {@link #USAGE_ERROR}
 * @param diagnostics what there is to say, in order
 * @param annotations what the input dump shows
 */
public record FileCheckResult(
    int exitStatus, List<Diagnostic> diagnostics, InputAnnotations annotations) {
  /** All directives hold. */
  public static final int PASSED = 0;

  /** A directive does not hold. */
  public static final int CHECK_FAILED = 1;

  /** The options, the check file or the input cannot be used. */
  public static final int USAGE_ERROR = 2;

  static FileCheckResult unusable(List<Diagnostic> diagnostics) {
    return new FileCheckResult(USAGE_ERROR, diagnostics, InputAnnotations.none());
  }

  /** {@return whether all directives hold} */
  public boolean passed() {
    return exitStatus == PASSED;
  }

  /** {@return the diagnostics as LLVM's FileCheck prints them} */
  public String rendered() {
    return rendered(false);
  }

  /**
   * {@return the diagnostics as LLVM's FileCheck prints them, in a terminal's colours if wanted}
   */
  public String rendered(boolean colored) {
    return render(diagnostics, colored);
  }

  static String render(List<Diagnostic> diagnostics, boolean colored) {
    StringBuilder out = new StringBuilder();
    diagnostics.forEach(d -> out.append(DiagnosticRenderer.render(d, colored)));
    return out.toString();
  }
}
