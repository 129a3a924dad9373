package org.qopt.parser.array;

/** Thrown when a header is not what the format asks for. */
final class NpyFormatException extends Exception {
  NpyFormatException(String message) {
    super(message);
  }
}
