package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs one in-process command as a process, to show that it works the same there. */
final class IsolatedCommand {
  private static final String CACHE = "-XX:AOTCache=";

  /** For a start that is quick and says nothing of its own. */
  private static final ImmutableList<String> JVM_FLAGS =
      ImmutableList.of(
          "-Xshare:auto",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private IsolatedCommand() {}

  /**
   * {@return what the JVM is started with: as this one is, where this one has a cache of classes}
   */
  static ImmutableList<String> jvmFlags() {
    List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return own.stream().anyMatch(flag -> flag.startsWith(CACHE))
        ? ImmutableList.copyOf(own)
        : JVM_FLAGS;
  }

  /** Runs the command whose class is the first argument with the others. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    CommandIo io =
        new CommandIo(System.in, out, err, Path.of("").toAbsolutePath(), System.getenv());
    List<String> words = List.of(arguments);
    int status =
        new CommandClass(words.getFirst(), new ClassPath(ImmutableList.of()))
            .run(words.subList(1, words.size()), io);
    out.flush();
    err.flush();
    System.exit(status);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
