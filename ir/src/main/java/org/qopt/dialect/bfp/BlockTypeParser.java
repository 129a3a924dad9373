package org.qopt.dialect.bfp;

import com.google.common.base.Splitter;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text of {@link BlockType}. */
final class BlockTypeParser {
  private static final String NUMBER = "-?\\s*\\d{1,9}";
  private static final Pattern BODY =
      Pattern.compile(
          "block\\s*<\\s*i(?<bits>\\d{1,4})\\s*,\\s*(?<sharing>\\w+(?:\\s*\\(\\s*\\w+\\s*\\))?)\\s*,"
              + "\\s*(?<exponents>\\?|\\w+|"
              + NUMBER
              + "|\\[[^\\[\\]]*\\])\\s*,\\s*(?<rounding>\\w+)\\s*,\\s*(?<saturation>\\w+)\\s*,"
              + "\\s*(?<scale>\\w+)\\s*>");
  private static final Pattern SHARING =
      Pattern.compile(
          "(?<kind>tensor|channel|block)(?:\\s*\\(\\s*(?<argument>all|\\d{1,9})\\s*\\))?");

  private BlockTypeParser() {}

  static BlockType parse(String body) {
    Matcher match = BODY.matcher(body);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "expected !bfp.block<STORAGE, SHARING, EXPONENTS, ROUNDING, SATURATION, SCALE>, but got "
              + body);
    }
    return new BlockType(
        Integer.parseInt(match.group("bits")),
        sharing(match.group("sharing")),
        exponents(match.group("exponents")),
        word(BlockRounding.class, match.group("rounding"), "rounding"),
        word(Saturation.class, match.group("saturation"), "saturation"),
        word(ScaleChoice.class, match.group("scale"), "choice of scale"));
  }

  private static Sharing sharing(String text) {
    Matcher match = SHARING.matcher(text);
    if (match.matches()) {
      String kind = match.group("kind");
      String argument = match.group("argument");
      if (kind.equals("tensor") && argument == null) {
        return new Sharing.PerTensor();
      }
      if (kind.equals("channel") && argument != null && !argument.equals("all")) {
        return new Sharing.PerChannel(Integer.parseInt(argument));
      }
      if (kind.equals("block") && argument != null) {
        return new Sharing.PerBlock(
            argument.equals("all") ? Sharing.PerBlock.ALL : Integer.parseInt(argument));
      }
    }
    throw new IllegalArgumentException(
        "expected tensor, channel(AXIS), block(SIZE) or block(all), but got " + text);
  }

  private static Exponents exponents(String text) {
    if (text.equals("?")) {
      return Exponents.UNDECIDED;
    }
    if (text.equals("dynamic")) {
      return Exponents.DYNAMIC;
    }
    if (text.startsWith("[")) {
      ImmutableIntArray.Builder values = ImmutableIntArray.builder();
      for (String one :
          Splitter.on(',')
              .trimResults()
              .omitEmptyStrings()
              .split(text.substring(1, text.length() - 1))) {
        values.add(number(one));
      }
      return new Exponents.Static(values.build());
    }
    return Exponents.Static.of(number(text));
  }

  private static int number(String text) {
    if (!text.matches(NUMBER)) {
      throw new IllegalArgumentException(
          "expected an integer, a list of them, dynamic or ? as exponents, but got " + text);
    }
    return Integer.parseInt(text.replaceAll("\\s", ""));
  }

  private static <E extends Enum<E>> E word(Class<E> kind, String text, String what) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of %s as %s, but got %s"
                        .formatted(
                            Arrays.stream(kind.getEnumConstants())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                            what,
                            text)));
  }
}
