package org.qopt.peers.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.peers.CCompiler;
import org.qopt.target.c.CKernel;
import org.qopt.target.tpu.export.c.TpuLowering;
import org.qopt.target.tpu.numerics.FixedPoint;
import org.qopt.target.tpu.numerics.Rounding;

/** The products of accumulators and multipliers by themselves, ties among them. */
class MultiplierPeerTest {
  private static final int COUNT = 200_000;

  private static final String DRIVER =
      """
      int main(int argc, char **argv) {
        FILE *in = fopen(argv[1], "rb");
        FILE *out = fopen(argv[2], "wb");
        int64_t next[3];
        while (argc == 3 && in != NULL && out != NULL && fread(next, sizeof next, 1, in) == 1) {
          int32_t result = $F_$R(($X)next[0], ($M)next[1], (int32_t)next[2]);
          fwrite(&result, sizeof result, 1, out);
        }
        return out == NULL || fclose(out) != 0;
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "DOUBLE, multiply",
    "SINGLE, multiply",
    "NEAREST, multiply",
    "WIDE, multiply",
    "NEAREST, wide_multiply",
    "WIDE, wide_multiply"
  })
  void productsAreThoseOfTheInterpreter(Rounding rounding, String function) throws IOException {
    List<CCompiler> compilers = CCompiler.found();
    assumeFalse(compilers.isEmpty(), "there is no C compiler");
    Path source = folder.resolve("multiply.c");
    Files.writeString(source, source(rounding, function));
    ByteBuffer cases = cases(rounding, function.startsWith("wide"));
    Path in = Files.write(folder.resolve("in.raw"), cases.array());
    for (CCompiler compiler : compilers) {
      Path program = folder.resolve(compiler.command());
      Path out = folder.resolve("out.raw");
      compiler.compile(source, program, CCompiler.SANITIZED);
      CCompiler.execute(program, List.of(in, out));
      ByteBuffer found = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
      assertEquals(4 * COUNT, found.capacity());
      for (int i = 0; i < COUNT; i++) {
        long x = cases.getLong(24 * i);
        long multiplier = cases.getLong(24 * i + 8);
        int shift = (int) cases.getLong(24 * i + 16);
        int expected = product(rounding, x, multiplier, shift);
        int actual = found.getInt(4 * i);
        assertEquals(expected, actual, () -> x + " * " + multiplier + ", shift " + shift);
      }
    }
  }

  private static int product(Rounding rounding, long x, long multiplier, int shift) {
    return switch (rounding) {
      case DOUBLE -> FixedPoint.multiplyDouble((int) x, (int) multiplier, shift);
      case NEAREST -> FixedPoint.multiplyNearest(x, multiplier, shift);
      case WIDE -> FixedPoint.multiplyWide(x, (int) multiplier, shift);
      case SINGLE -> FixedPoint.multiplySingle((int) x, (int) multiplier, shift);
    };
  }

  /** Accumulator, multiplier and shift; many products have few bits, so that they end in ties. */
  private static ByteBuffer cases(Rounding rounding, boolean wide) {
    ByteBuffer cases = ByteBuffer.allocate(24 * COUNT).order(ByteOrder.LITTLE_ENDIAN);
    Random random = new Random(rounding.ordinal());
    int bits = rounding.mantissaBits();
    int most =
        switch (rounding) {
          case NEAREST -> 60;
          case DOUBLE -> 31;
          case WIDE -> 7;
          case SINGLE -> 30;
        };
    int least = rounding == Rounding.NEAREST ? -120 : -31;
    for (int i = 0; i < COUNT; i++) {
      long x =
          wide
              ? random.nextLong() >> random.nextInt(17, 64)
              : random.nextInt() >> random.nextInt(32);
      long multiplier = random.nextLong(1L << (bits - 1), 1L << bits);
      if (random.nextBoolean()) {
        multiplier &= -1L << random.nextInt(bits);
      }
      boolean extreme = random.nextInt(50) == 0;
      cases.putLong(!extreme ? x : wide ? 1 - (1L << 47) : Integer.MIN_VALUE).putLong(multiplier);
      cases.putLong(
          random.nextInt(4) == 0 ? random.nextInt(least, most + 1) : random.nextInt(-20, 2));
    }
    return cases;
  }

  private static String source(Rounding rounding, String function) {
    return Stream.of(
                "c/wrapped",
                "c/shift_right",
                "t/doubling_high_product",
                "t/divide_power_of_two",
                "t/nearest_integer",
                "t/wide_multiply_wide",
                "t/multiply_" + rounding.text(),
                "t/wide_multiply_nearest")
            .filter(name -> isUsed(name, rounding, function))
            .map(MultiplierPeerTest::kernel)
            .collect(Collectors.joining("\n", "#include <stdint.h>\n#include <stdio.h>\n", "\n"))
        + DRIVER
            .replace("$F", function)
            .replace("$X", function.startsWith("wide") ? "int64_t" : "int32_t")
            .replace("$R", rounding.text())
            .replace("$M", rounding == Rounding.NEAREST ? "uint64_t" : "int32_t");
  }

  private static boolean isUsed(String name, Rounding rounding, String function) {
    return switch (name) {
      case "c/wrapped" -> rounding != Rounding.NEAREST;
      case "c/shift_right" -> rounding == Rounding.WIDE || rounding == Rounding.SINGLE;
      case "t/doubling_high_product", "t/divide_power_of_two" -> rounding == Rounding.DOUBLE;
      case "t/nearest_integer" -> rounding == Rounding.NEAREST;
      case "t/wide_multiply_wide" -> rounding == Rounding.WIDE;
      default -> name.equals("t/" + function + "_" + rounding.text());
    };
  }

  private static String kernel(String name) {
    Class<?> room = name.startsWith("c/") ? CKernel.class : TpuLowering.class;
    try (InputStream in = room.getResourceAsStream("kernels/" + name.substring(2) + ".c")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?m)^#include \".*\"$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
