package org.qopt.littests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small changes of a text: the kind of fault that people, tools and disks make. */
final class Mutations {
  // A name with its sign, a number, a string, white space, or a single character.
  private static final Pattern TOKEN =
      Pattern.compile("[%@#!^]?[\\w$.]+|\"[^\"\\n]*\"|\\s+|.", Pattern.DOTALL);
  private static final List<String> HOSTILE =
      List.of(
          "<",
          ">",
          "(",
          ")",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "->",
          ":",
          "=",
          ",",
          "?",
          "x",
          "-",
          "*",
          "-1",
          "0",
          "99999999999999999999",
          "9223372036854775807",
          "1e999",
          "0xFF",
          "nan",
          "tensor<",
          "dense<",
          "loc(",
          "!quant.uniform<i8:f32, 0.1>",
          "affine_map<",
          "{-#",
          "#-}",
          "module",
          "func.func",
          "\0",
          "\uFEFF",
          "é",
          "//",
          "// -----\n",
          "^bb0",
          "%0",
          "@f",
          "()");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  /**
   * {@return {@code text} with a token lost, doubled, moved, or replaced; it may be by another's}
   */
  String ofTokens(String text, String other) {
    List<String> tokens = tokens(text);
    if (tokens.isEmpty()) {
      return other;
    }
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(6)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
      case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
      case 3 -> tokens.set(at, any(tokens(other)));
      case 4 -> tokens.set(at, any(HOSTILE));
      default -> tokens.add(at, any(HOSTILE));
    }
    return String.join("", tokens);
  }

  private String any(List<String> words) {
    return words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /** {@return {@code text} with a byte changed, lost or added, or with its end cut off} */
  byte[] ofBytes(byte[] text) {
    if (text.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(text.length);
    byte[] changed = text.clone();
    switch (random.nextInt(5)) {
      case 0 -> changed[at] = (byte) random.nextInt();
      case 1 -> changed[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 2 -> {
        changed = Arrays.copyOf(text, text.length - 1);
        System.arraycopy(text, at + 1, changed, at, text.length - at - 1);
      }
      case 3 -> {
        changed = Arrays.copyOf(text, text.length + 1);
        System.arraycopy(text, at, changed, at + 1, text.length - at);
        changed[at] = (byte) random.nextInt();
      }
      default -> changed = Arrays.copyOf(text, at);
    }
    return changed;
  }
}
