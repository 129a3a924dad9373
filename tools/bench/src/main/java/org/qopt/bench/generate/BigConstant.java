package org.qopt.bench.generate;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Random;

/**
 * A program that is one constant of floats.
 *
 * @param elements how many
 * @param hexadecimal whether they are written as the digits of their bytes, or as decimal numbers
 */
public record BigConstant(int elements, boolean hexadecimal) implements Generator {
  private static final String DIGITS = "0123456789ABCDEF";
  private static final long SEED = 1;

  /** {@return about 24 MB of decimal numbers} */
  public static BigConstant decimal24Megabytes() {
    return new BigConstant(1_670_000, false);
  }

  /** {@return 25 MiB of floats, which are 52 MB as text} */
  public static BigConstant hexadecimal52Megabytes() {
    return new BigConstant(25 * (1 << 20) / Float.BYTES, true);
  }

  @Override
  public void write(Writer out) throws IOException {
    out.write("\"builtin.module\"() ({\n  %0 = \"tosa.const\"() <{value = dense<");
    if (hexadecimal) {
      writeDigits(out);
    } else {
      writeNumbers(out);
    }
    String type = "tensor<" + elements + "xf32>";
    out.write("> : " + type + "}> : () -> " + type + "\n}) : () -> ()\n");
  }

  private void writeDigits(Writer out) throws IOException {
    Random random = new Random(SEED);
    out.write("\"0x");
    for (int i = 0; i < elements; i++) {
      int bits = Integer.reverseBytes(Float.floatToRawIntBits(random.nextFloat(-1, 1)));
      for (int shift = 28; shift >= 0; shift -= 4) {
        out.write(DIGITS.charAt(bits >>> shift & 15));
      }
    }
    out.write('"');
  }

  private void writeNumbers(Writer out) throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < elements; i++) {
      out.write(i == 0 ? "[" : ", ");
      out.write(String.format(Locale.ROOT, "%.6e", random.nextFloat(-1, 1)));
    }
    out.write(']');
  }
}
