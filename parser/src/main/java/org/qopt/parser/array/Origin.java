package org.qopt.parser.array;

import java.io.IOException;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.io.FileFaults;

/**
 * Where an array comes from, for messages.
 *
 * @param file the file's name as the user gave it
 * @param entry the entry in a {@code .npz}; empty for a {@code .npy}
 */
record Origin(String file, String entry) {
  InvalidInputException invalid(String message) {
    return FileFaults.invalid(
        file, entry.isEmpty() ? message : "array \"" + entry + "\": " + message);
  }

  InvalidInputException reading(IOException fault) {
    return invalid("cannot read: " + FileFaults.reason(fault));
  }
}
