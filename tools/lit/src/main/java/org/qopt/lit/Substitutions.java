package org.qopt.lit;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Replaces {@code %s}, {@code %t} and the like in the commands of a test. */
final class Substitutions {
  /** Stands for an escaped percent sign while the others are replaced. */
  private static final String PERCENT = "\0";

  private final SequencedMap<String, String> replacements = new LinkedHashMap<>();

  Substitutions(LitTest test) {
    // The configuration's come first, so that they may use those below.
    replacements.putAll(test.config().substitutions());
    Path file = test.file();
    String fileName = file.getFileName().toString();
    String folder = file.getParent().toString();
    String temporary = test.temporaryDirectory().toString();
    String target = test.temporaryDirectory().resolve(fileName + ".tmp").toString();
    replacements.put("%{pathsep}", File.pathSeparator);
    replacements.put("%{s:basename}", fileName);
    replacements.put("%{t:stem}", target.substring(0, target.length() - ".tmp".length()));
    replacements.put("%{suite}", test.config().sourceRoot().toString());
    replacements.put("%{output}", test.config().outputRoot().toString());
    replacements.put("%basename_t", fileName);
    replacements.put("%/s", file.toString());
    replacements.put("%/S", folder);
    replacements.put("%/p", folder);
    replacements.put("%/t", target);
    replacements.put("%/T", temporary);
    replacements.put("%s", file.toString());
    replacements.put("%S", folder);
    replacements.put("%p", folder);
    replacements.put("%t", target);
    replacements.put("%T", temporary);
  }

  /** {@return the command with all substitutions made} */
  String apply(String command) {
    String result = command.replace("%%", PERCENT);
    for (Map.Entry<String, String> replacement : replacements.entrySet()) {
      result = result.replace(replacement.getKey(), replacement.getValue());
    }
    return result.replace(PERCENT, "%");
  }
}
