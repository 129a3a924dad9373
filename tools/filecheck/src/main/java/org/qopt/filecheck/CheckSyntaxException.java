package org.qopt.filecheck;

import java.util.List;
import java.util.stream.Stream;

/** A check file, a pattern or a definition that cannot be understood. */
final class CheckSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;
  private final int exitStatus;

  private CheckSyntaxException(List<Diagnostic> diagnostics, int exitStatus) {
    super(diagnostics.getFirst().message(), null, false, false);
    this.diagnostics = diagnostics;
    this.exitStatus = exitStatus;
  }

  CheckSyntaxException(List<Diagnostic> diagnostics) {
    this(diagnostics, FileCheckResult.USAGE_ERROR);
  }

  CheckSyntaxException(Span location, String message) {
    this(List.of(Diagnostic.error(location, message)));
  }

  /** A mistake after whose message LLVM's FileCheck leaves a line empty. */
  static CheckSyntaxException logged(Span location, String message) {
    return new CheckSyntaxException(
        List.of(Diagnostic.error(location, message), Diagnostic.text("")));
  }

  /** A mistake after which LLVM's FileCheck leaves with the status of a failed check. */
  static CheckSyntaxException fatal(Span location, String message) {
    return new CheckSyntaxException(
        List.of(Diagnostic.error(location, message)), FileCheckResult.CHECK_FAILED);
  }

  /** {@return the same with what is to be said before it} */
  CheckSyntaxException after(List<Diagnostic> earlier) {
    return new CheckSyntaxException(
        Stream.concat(earlier.stream(), diagnostics.stream()).toList(), exitStatus);
  }

  /** {@return what is wrong, at least one error} */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** {@return the status with which the program leaves} */
  int exitStatus() {
    return exitStatus;
  }
}
