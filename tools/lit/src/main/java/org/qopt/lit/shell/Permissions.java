package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/** Applies {@code umask} to what this process makes for a test. */
final class Permissions {
  private static final int EXECUTABLE = 0777;
  private static final int PLAIN = 0666;

  private Permissions() {}

  /** Takes from a new file or folder what {@code mask} forbids. */
  static void restrict(Path made, OptionalInt mask) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(made, PosixFileAttributeView.class);
    if (mask.isEmpty() || view == null || !made.startsWith("/") || made.startsWith("/dev")) {
      return;
    }
    int all = Files.isDirectory(made) ? EXECUTABLE : PLAIN;
    view.setPermissions(permissions(all & ~mask.getAsInt()));
  }

  private static Set<PosixFilePermission> permissions(int bits) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((bits & 1 << all.length - 1 - i) != 0) {
        permissions.add(all[i]);
      }
    }
    return permissions;
  }
}
