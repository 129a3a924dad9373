package org.qopt.cli.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.CallsOfDefinitions;
import org.qopt.ir.Operation;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.UnknownLocation;

/**
 * The code of a plugin that a thread is in.
 *
 * @param plugin the plugin's file
 * @param place where in it the thread is
 * @param call what it was last called for, if that was an operation
 */
record ForeignCode(String plugin, StackTraceElement place, Optional<CallsOfDefinitions.Call> call) {

  /**
   * {@return the innermost code of a plugin on a stack that qopt called; threads that a plugin
   * started itself are its own affair}
   *
   * @param stack the innermost frame first
   */
  static Optional<ForeignCode> on(Thread thread, StackTraceElement[] stack) {
    List<StackTraceElement> frames = Arrays.asList(stack);
    for (int i = 0; i < frames.size(); i++) {
      Optional<String> plugin = PluginLoader.fileOf(frames.get(i));
      if (plugin.isPresent()) {
        boolean called = frames.subList(i, frames.size()).stream().anyMatch(ForeignCode::isOfQopt);
        return called
            ? Optional.of(
                new ForeignCode(plugin.get(), frames.get(i), CallsOfDefinitions.last(thread)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isOfQopt(StackTraceElement frame) {
    return PluginLoader.fileOf(frame).isEmpty() && frame.getClassName().startsWith("org.qopt.");
  }

  /** {@return an error that names the plugin, where it is, and the operation} */
  Diagnostic error(String what) {
    Location location =
        call.map(CallsOfDefinitions.Call::operation)
            .map(Operation::reportLocation)
            .orElse(FileLocation.whole(plugin));
    return Diagnostic.error(location, "code of plugin '" + plugin + "' " + what)
        .as(DiagnosticKind.CODE_FAULT)
        .withNote(UnknownLocation.UNKNOWN, "it was at " + place);
  }
}
