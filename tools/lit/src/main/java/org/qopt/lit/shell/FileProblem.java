package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words what is wrong with a file, as LLVM's shell does. */
public final class FileProblem {
  private FileProblem() {}

  /** {@return the reason, and the file that it names} */
  public static String describe(IOException e) {
    return e instanceof FileSystemException file
        ? describe(e, file.getFile())
        : String.valueOf(e.getMessage());
  }

  /** As {@link #describe(IOException)}, with the file's name as it was written. */
  static String describe(IOException e, String name) {
    return switch (e) {
      case NoSuchFileException _ -> "[Errno 2] No such file or directory: '" + name + "'";
      case DirectoryNotEmptyException _ -> "[Errno 39] Directory not empty: '" + name + "'";
      case AccessDeniedException _ -> "[Errno 13] Permission denied: '" + name + "'";
      case FileSystemException other -> other.getReason() + ": '" + name + "'";
      default ->
          "Is a directory".equals(e.getMessage())
              ? "[Errno 21] Is a directory: '" + name + "'"
              : e.getMessage();
    };
  }
}
