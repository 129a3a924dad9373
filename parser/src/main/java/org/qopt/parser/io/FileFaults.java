package org.qopt.parser.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;

/** Turns faults of files into what is shown to the user. */
public final class FileFaults {
  private FileFaults() {}

  /** {@return the exception for a file as a whole that is not what it should be} */
  public static InvalidInputException invalid(String file, String message) {
    return fault(DiagnosticKind.FILE_CONTENT, file, message);
  }

  /** {@return the exception for a file that could not be read} */
  public static InvalidInputException reading(String file, IOException fault) {
    return fault(DiagnosticKind.FILE_ACCESS, file, "cannot read: " + reason(fault));
  }

  /** {@return the exception for a file that could not be written} */
  public static InvalidInputException writing(String file, IOException fault) {
    return fault(DiagnosticKind.FILE_ACCESS, file, "cannot write: " + reason(fault));
  }

  private static InvalidInputException fault(DiagnosticKind kind, String file, String message) {
    return new InvalidInputException(kind, FileLocation.whole(file), message);
  }

  /** {@return why it failed, in a few words, without the file's name} */
  public static String reason(IOException fault) {
    return switch (fault) {
      case NoSuchFileException _ -> "no such file or directory";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _ -> "not a directory";
      case FileAlreadyExistsException _ -> "the file exists";
      case EOFException _ -> "the file ends too early";
      case FileSystemException e when e.getReason() != null -> lowerFirst(e.getReason());
      default ->
          fault.getMessage() == null
              ? fault.getClass().getSimpleName()
              : lowerFirst(fault.getMessage());
    };
  }

  private static String lowerFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
