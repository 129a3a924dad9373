package org.qopt.parser.safetensors;

/** Thrown when a header is not what the format asks for. */
final class SafetensorsFormatException extends Exception {
  SafetensorsFormatException(String message) {
    super(message);
  }
}
