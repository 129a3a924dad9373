package org.qopt.parser.onnx;

import com.google.protobuf.ByteString;

/** Strings of a model. */
final class Text {
  private Text() {}

  /**
   * {@return the string that {@code bytes} encode}
   *
   * <p>Messages have accessors that return strings; these check the encoding by means of {@code
   * sun.misc.Unsafe}, of which JDK 25 warns on standard error.
   */
  static String of(ByteString bytes) {
    return bytes.toStringUtf8();
  }
}
