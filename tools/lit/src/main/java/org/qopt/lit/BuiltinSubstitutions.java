package org.qopt.lit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qopt.lit.script.Substitution;

/** The substitutions that every test has. */
final class BuiltinSubstitutions {
  private final List<Substitution> all = new ArrayList<>();

  private BuiltinSubstitutions() {}

  /** {@return the configured substitutions of a test and, after them, those that every test has} */
  static List<Substitution> of(LitTest test) {
    BuiltinSubstitutions substitutions = new BuiltinSubstitutions();
    // The configuration's come first, so that they may use those below.
    substitutions.all.addAll(test.config().substitutions());
    substitutions.add(test);
    return substitutions.all;
  }

  private void add(LitTest test) {
    Path file = test.file();
    String name = file.getFileName().toString();
    Path base = test.temporaryDirectory().resolve(name);
    String root = file.getRoot().toString();
    add("%{pathsep}", File.pathSeparator);
    add("%basename_t", name);
    add("%{s:basename}", name);
    add("%{t:stem}", base.toString());
    add("%{suite}", test.config().suite().sourceRoot().toString());
    add("%{output}", test.config().suite().outputRoot().toString());
    add("%{fs-src-root}", root);
    add("%{fs-tmp-root}", root);
    add("%{fs-sep}", File.separator);
    add("%/et", base + ".tmp");
    addPath("s", file);
    addPath("S", file.getParent());
    addPath("p", file.getParent());
    addPath("t", base.resolveSibling(name + ".tmp"));
    addPath("T", test.temporaryDirectory());
  }

  private void addPath(String letter, Path path) {
    String text = path.toString();
    add("%" + letter, text);
    add("%/" + letter, text);
    // To follow links takes longer than all else here, and few tests ask for it.
    all.add(Substitution.literal("%{" + letter + ":real}", () -> real(path)));
    all.add(Substitution.literal("%{/" + letter + ":real}", () -> real(path)));
    add("%{/" + letter + ":regex_replacement}", text.replace("@", "\\@").replace("&", "\\&"));
    add("%:" + letter, text.substring(1));
  }

  /** {@return the path with its links followed as far as it exists} */
  private static String real(Path path) {
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      Path parent = path.getParent();
      return parent == null
          ? path.toString()
          : Path.of(real(parent), path.getFileName().toString()).toString();
    }
  }

  private void add(String key, String value) {
    all.add(Substitution.literal(key, value));
  }
}
