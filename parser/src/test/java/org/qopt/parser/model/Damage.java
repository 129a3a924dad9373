package org.qopt.parser.model;

import java.util.Arrays;
import java.util.Random;

/** Ways in which files break. */
public final class Damage {
  private Damage() {}

  /** {@return {@code file} cut short, or with some of its bytes changed} */
  public static byte[] of(byte[] file, long seed) {
    Random random = new Random(seed);
    byte[] damaged =
        random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
    int changes = damaged.length == 0 ? 0 : random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int position = random.nextInt(damaged.length);
      damaged[position] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) (damaged[position] ^ 1 << random.nextInt(8));
            case 1 -> (byte) random.nextInt(256);
            case 2 -> (byte) 0xFF;
            default -> 0;
          };
    }
    return damaged;
  }
}
