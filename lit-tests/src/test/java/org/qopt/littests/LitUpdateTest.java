package org.qopt.littests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.qopt.lit.CommandIo;
import org.qopt.lit.LitCommand;

/**
 * Golden tests whose directives were damaged pass after {@code lit --update-checks}, and a second
 * update changes nothing.
 */
class LitUpdateTest {
  private static final List<String> TESTS =
      List.of(
          "passes/canonicalize/pad.qir",
          "passes/canonicalize/batch-norm.qir",
          "passes/cse/equal-operations.qir",
          "passes/symbol-dce/functions.qir",
          "targets/tpu/add.qir");

  @Property(tries = 20)
  void repairs(@ForAll @IntRange(max = 4) int test, @ForAll int seed) throws IOException {
    Path folder = Files.createTempDirectory("lit-update");
    try {
      Path file = folder.resolve("damaged.qir");
      Files.copy(Path.of("lit.toml"), folder.resolve("lit.toml"));
      List<String> damaged = damage(Files.readAllLines(Path.of(TESTS.get(test))), new Random(seed));
      Files.write(file, damaged);
      assertEquals("", failure(folder, "--update-checks"), () -> text(damaged));
      String updated = Files.readString(file);
      assertEquals("", failure(folder, "-v"), updated);
      assertEquals("", failure(folder, "--update-checks"));
      assertEquals(updated, Files.readString(file));
    } finally {
      try (var paths = Files.walk(folder)) {
        paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static List<String> damage(List<String> lines, Random random) {
    List<String> damaged = new ArrayList<>();
    for (String line : lines) {
      boolean isDirective = line.startsWith("// CHECK");
      int kind = isDirective ? random.nextInt(6) : -1;
      switch (kind) {
        case 0 -> {}
        case 1 -> damaged.add(line.replaceFirst("nn\\.\\w+", "nn.other"));
        case 2 -> damaged.add(line.replaceFirst("\\d", "7"));
        default -> damaged.add(line);
      }
    }
    return damaged;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines);
  }

  /** {@return what lit printed if it failed, else nothing} */
  private static String failure(Path folder, String flag) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    CommandIo io = new CommandIo(InputStream.nullInputStream(), stream, stream, folder, Map.of());
    int status = new LitCommand().run(List.of(flag, "."), io);
    return status == 0 ? "" : out.toString(StandardCharsets.UTF_8);
  }
}
