package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Says in words what is wrong with a file. */
final class FileProblem {
  private FileProblem() {}

  static String describe(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> missing.getFile() + ": No such file or directory";
      case FileAlreadyExistsException existing -> existing.getFile() + ": File exists";
      case DirectoryNotEmptyException folder -> folder.getFile() + ": Directory not empty";
      case AccessDeniedException denied -> denied.getFile() + ": Permission denied";
      default -> String.valueOf(e.getMessage());
    };
  }
}
