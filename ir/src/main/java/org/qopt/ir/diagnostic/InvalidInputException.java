package org.qopt.ir.diagnostic;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.qopt.ir.location.Location;

/** Thrown when an input is at fault and work cannot go on; carries the diagnostics to show. */
public final class InvalidInputException extends RuntimeException {
  private final transient ImmutableList<Diagnostic> diagnostics;

  /** An exception for these diagnostics, at least one of them an error. */
  public InvalidInputException(List<Diagnostic> diagnostics) {
    super(diagnostics.isEmpty() ? "invalid input" : diagnostics.getFirst().message());
    this.diagnostics = ImmutableList.copyOf(diagnostics);
  }

  /** An exception for one error. */
  public InvalidInputException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** An exception for an error with this message at this place. */
  public InvalidInputException(Location location, String message) {
    this(Diagnostic.error(location, message));
  }

  /** An exception for an error of this kind with this message at this place. */
  public InvalidInputException(DiagnosticKind kind, Location location, String message) {
    this(Diagnostic.error(location, message).as(kind));
  }

  /** {@return what is to be shown to the user, in order} */
  public ImmutableList<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
