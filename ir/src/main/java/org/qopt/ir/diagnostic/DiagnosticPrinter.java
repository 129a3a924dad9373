package org.qopt.ir.diagnostic;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.OpaqueLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.print.Quoted;

/**
 * Renders diagnostics for people:
 *
 * <pre>{@code
 * model.qir:3:8: error: dialect 'nn' has no operation 'nn.rulu'; did you mean 'nn.relu'?
 *   %0 = nn.rulu %arg0 : tensor<4xf32>
 *        ^
 * model.onnx: node "conv1" (Conv, #3): error: ...
 * }</pre>
 *
 * @param input the file that is worked on, named where a location names none; may be empty
 * @param lines gives the lines to show
 * @param maxErrors how many errors are shown at most; 0 for all
 */
public record DiagnosticPrinter(String input, LineSource lines, int maxErrors) {
  private static final int WIDEST = 160;
  private static final int BEFORE_CARET = 80;

  /** {@return the text of the diagnostics, a line break after each, and how many were left out} */
  public String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    int errors = 0;
    for (Diagnostic diagnostic : diagnostics) {
      boolean error = diagnostic.severity() == Severity.ERROR;
      errors += error ? 1 : 0;
      if (!error || maxErrors <= 0 || errors <= maxErrors) {
        append(out, diagnostic);
        diagnostic.notes().forEach(note -> append(out, note));
      }
    }
    if (maxErrors > 0 && errors > maxErrors) {
      int rest = errors - maxErrors;
      out.append(rest == 1 ? "1 more error" : rest + " more errors");
      out.append("; --max-errors=").append(errors).append(" shows all\n");
    }
    return out.toString();
  }

  private void append(StringBuilder out, Diagnostic diagnostic) {
    out.append(place(diagnostic.location()))
        .append(diagnostic.severity().word())
        .append(": ")
        .append(diagnostic.message())
        .append('\n');
    position(diagnostic.location()).ifPresent(position -> appendLine(out, position));
  }

  private String place(Location location) {
    return switch (location) {
      case FileLocation(String file, int line, _) when line <= 0 -> file + ": ";
      case FileLocation(String file, int line, int column) when column <= 0 ->
          file + ":" + line + ": ";
      case FileLocation(String file, int line, int column) ->
          file + ":" + line + ":" + column + ": ";
      case NameLocation(_, Optional<Location> child)
          when child.isPresent() && child.get() instanceof FileLocation inText ->
          place(inText);
      case NameLocation(String name, _) -> prefix() + Quoted.of(name) + ": ";
      case FusedLocation(var parts, _) -> parts.isEmpty() ? prefix() : place(parts.getFirst());
      case OpaqueLocation(String text) -> prefix() + text + ": ";
      case UnknownLocation _ -> prefix();
    };
  }

  private String prefix() {
    return input.isEmpty() ? "" : input + ": ";
  }

  private static Optional<FileLocation> position(Location location) {
    return switch (location) {
      case FileLocation file -> Optional.of(file).filter(f -> f.line() > 0 && f.column() > 0);
      case NameLocation(_, Optional<Location> child) ->
          child.filter(FileLocation.class::isInstance).flatMap(DiagnosticPrinter::position);
      case FusedLocation(var parts, _) ->
          parts.isEmpty() ? Optional.empty() : position(parts.getFirst());
      case OpaqueLocation _, UnknownLocation _ -> Optional.empty();
    };
  }

  private void appendLine(StringBuilder out, FileLocation position) {
    Optional<String> found = lines.line(position.file(), position.line());
    if (found.isEmpty()) {
      return;
    }
    String line = found.get();
    int caret = Math.min(position.column() - 1, line.codePointCount(0, line.length()));
    int at = line.offsetByCodePoints(0, caret);
    // Of a line as long as a program, only what is near the fault.
    int from = line.length() <= WIDEST ? 0 : Math.max(0, at - BEFORE_CARET);
    int to = Math.min(line.length(), from + WIDEST);
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      out.append(Character.isISOControl(c) && c != '\t' ? ' ' : c);
    }
    out.append('\n');
    line.substring(from, at).codePoints().forEach(c -> out.append(c == '\t' ? '\t' : ' '));
    out.append("^\n");
  }
}
