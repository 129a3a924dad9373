package org.qopt.ir.diagnostic;

import org.qopt.ir.PluginLoader;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.UnknownLocation;

/** What to say when code fails that a dialect, a pass or a target brings, and not the program. */
public final class CodeFault {
  private CodeFault() {}

  /**
   * {@return an error with a note that names the plugin, if the code is that of one}
   *
   * @param what what could not be done, such as {@code 'nn.relu' op cannot be verified}
   */
  public static Diagnostic error(Location location, String what, Throwable thrown) {
    Diagnostic error =
        Diagnostic.error(location, what + ": " + thrown).as(DiagnosticKind.CODE_FAULT);
    return PluginLoader.culprit(thrown)
        .map(
            file ->
                error.withNote(UnknownLocation.UNKNOWN, "the fault is in plugin '" + file + "'"))
        .orElse(error);
  }
}
