package org.qopt.peers.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processor that tests run on, as far as it matters to what a runtime computes. */
final class Processor {
  private static final Path INFO = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** {@return its name, and whether it adds products of bytes without saturation} */
  static String name() {
    return line("model name") + (hasVnni() ? " (with VNNI)" : " (without VNNI)");
  }

  /** {@return whether it adds products of bytes in 32 bits at once} */
  static boolean hasVnni() {
    return line("flags").contains("vnni");
  }

  private static String line(String key) {
    try {
      List<String> lines = Files.exists(INFO) ? Files.readAllLines(INFO) : List.of();
      return lines.stream()
          .filter(line -> line.startsWith(key))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor";
    }
  }
}
