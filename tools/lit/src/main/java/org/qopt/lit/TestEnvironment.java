package org.qopt.lit;

import com.google.common.collect.ImmutableSet;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the environment variables of a test. */
final class TestEnvironment {
  /** What of this process's environment a test sees; a test must not depend on more. */
  private static final ImmutableSet<String> INHERITED =
      ImmutableSet.of(
          "HOME",
          "USER",
          "LANG",
          "LC_ALL",
          "TERM",
          "JAVA_HOME",
          "LIBRARY_PATH",
          "LD_LIBRARY_PATH",
          "LD_PRELOAD",
          "SSH_AUTH_SOCK",
          "TMPDIR",
          "TMP",
          "TEMP",
          "TEMPDIR",
          "FILECHECK_OPTS",
          "SOURCE_DATE_EPOCH",
          "ASAN_OPTIONS",
          "LSAN_OPTIONS",
          "HWASAN_OPTIONS",
          "MSAN_OPTIONS",
          "TSAN_OPTIONS",
          "UBSAN_OPTIONS",
          "ASAN_SYMBOLIZER_PATH",
          "LLVM_SYMBOLIZER_PATH",
          "LLVM_PROFILE_FILE",
          "CLANG",
          "LLDB");

  private TestEnvironment() {}

  static Map<String, String> of(TestConfig config, RunOptions options) {
    Map<String, String> environment = new TreeMap<>();
    for (String name : INHERITED) {
      String value = options.environment().getOrDefault(name, "");
      if (!value.isEmpty()) {
        environment.put(name, value);
      }
    }
    environment.put("LLVM_DISABLE_CRASH_REPORT", "1");
    environment.put("PATH", options.environment().getOrDefault("PATH", ""));
    environment.putAll(config.environment());
    List<String> path = new ArrayList<>();
    config.path().stream().map(Path::toString).forEach(path::add);
    if (!options.path().isEmpty()) {
      path.add(options.path());
    }
    path.add(environment.get("PATH"));
    environment.put("PATH", String.join(File.pathSeparator, path));
    return environment;
  }
}
