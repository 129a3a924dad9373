package org.qopt.parser.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.parser.io.FileFaults;

/** What is asked of every file before a reader decodes it. */
public final class ModelFile {
  // A decoded copy beside the bytes, and something to work with.
  private static final int LEAST_MEMORY_PER_BYTE = 3;

  private ModelFile() {}

  /** {@return the error that a file as a whole is at fault} */
  public static InvalidInputException fault(String message) {
    return new InvalidInputException(DiagnosticKind.MODEL, UnknownLocation.UNKNOWN, message);
  }

  /** {@return the same error; what is about the file as a whole names {@code file}} */
  public static InvalidInputException located(Path file, InvalidInputException error) {
    return new InvalidInputException(
        error.diagnostics().stream()
            .map(
                diagnostic ->
                    diagnostic.location() instanceof UnknownLocation
                        ? new Diagnostic(
                            diagnostic.severity(),
                            FileLocation.whole(file.toString()),
                            diagnostic.message(),
                            diagnostic.code(),
                            diagnostic.notes())
                        : diagnostic)
            .toList());
  }

  /** {@return the error that a file cannot be read} */
  public static InvalidInputException unreadable(IOException cause) {
    return new InvalidInputException(
        DiagnosticKind.FILE_ACCESS,
        UnknownLocation.UNKNOWN,
        "cannot read: " + FileFaults.reason(cause));
  }

  /**
   * {@return the size of a file in bytes}
   *
   * @throws InvalidInputException if it is missing, not a file, empty, of 2 GiB and more, which
   *     neither flatbuffers nor protocol buffers allow, or too large for the heap
   */
  public static int checkedSize(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new IOException(attributes.isDirectory() ? "is a directory" : "not a regular file");
      }
      long size = attributes.size();
      if (size == 0) {
        throw fault("the file is empty");
      }
      if (size > Integer.MAX_VALUE) {
        throw fault("the file has " + size + " bytes; the format allows less than 2 GiB");
      }
      long memory = Runtime.getRuntime().maxMemory();
      if (size > memory / LEAST_MEMORY_PER_BYTE) {
        throw fault(
            "the file has %d bytes, too many for a heap of %d; start Java with a larger -Xmx"
                .formatted(size, memory));
      }
      return (int) size;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
