package org.qopt.cli.recipe;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Saturation;
import org.qopt.dialect.bfp.ScaleChoice;
import org.qopt.dialect.bfp.Sharing;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.NearMiss;
import org.qopt.ir.location.FileLocation;
import org.qopt.quantize.ValueRange;
import org.qopt.quantize.recipe.RecipeRule.Asked;
import org.qopt.quantize.recipe.Setting;

/**
 * Reads the value of one key of a rule.
 *
 * @param rule the rule's number
 * @param key the key
 * @param place where it stands
 */
record SettingReader(int rule, String key, FileLocation place) {
  /** The keys of settings. */
  static final ImmutableSet<String> KEYS =
      ImmutableSet.of(
          "float", "storage", "sharing", "exponents", "rounding", "saturation", "scale", "range");

  private static final Pattern BLOCK = Pattern.compile("block\\((all|[1-9]\\d{0,8})\\)");

  private enum Exponents {
    STATIC,
    DYNAMIC
  }

  /**
   * {@return the setting}
   *
   * @param known all keys that there are, for advice
   */
  Asked read(Object value, Set<String> known) {
    Setting setting =
        switch (key) {
          case "float" -> new Setting.KeepFloat(flag(value));
          case "storage" -> new Setting.Storage(bits(value));
          case "sharing" -> new Setting.Shared(sharing(value));
          case "exponents" ->
              new Setting.Exponent(word(value, Exponents.values()) == Exponents.DYNAMIC);
          case "rounding" -> new Setting.Rounded(word(value, BlockRounding.values()));
          case "saturation" -> new Setting.Saturated(word(value, Saturation.values()));
          case "scale" -> new Setting.Scale(word(value, ScaleChoice.values()));
          case "range" -> new Setting.Range(range(value));
          default ->
              throw RecipeReader.fault(
                  place,
                  "rule %d has an unknown key '%s'; %s"
                      .formatted(
                          rule,
                          key,
                          NearMiss.of(key, known)
                              .map(near -> "did you mean '" + near + "'?")
                              .orElseGet(() -> "there are " + String.join(", ", known))));
        };
    return new Asked(setting, place);
  }

  String string(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw expected("a text", value);
  }

  /** {@return the one of {@code words} that {@code value} names, in lower case} */
  <E extends Enum<E>> E word(Object value, E[] words) {
    return Arrays.stream(words)
        .filter(word -> name(word).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                expected(
                    "one of "
                        + Arrays.stream(words)
                            .map(word -> '"' + name(word) + '"')
                            .collect(Collectors.joining(", ")),
                    value));
  }

  private static String name(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  InvalidInputException expected(String what, Object found) {
    String shown = found instanceof String text ? '"' + text + '"' : String.valueOf(found);
    return RecipeReader.fault(
        place, "rule %d: expected '%s' to be %s, but got %s".formatted(rule, key, what, shown));
  }

  private boolean flag(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw expected("true or false", value);
  }

  private int bits(Object value) {
    return switch (string(value)) {
      case "i8" -> 8;
      case "i16" -> 16;
      default -> throw expected("\"i8\" or \"i16\"", value);
    };
  }

  private Sharing sharing(Object value) {
    String text = string(value);
    Matcher block = BLOCK.matcher(text);
    if (block.matches()) {
      String size = block.group(1);
      return new Sharing.PerBlock(
          size.equals("all") ? Sharing.PerBlock.ALL : Integer.parseInt(size));
    }
    return switch (text) {
      case "tensor" -> new Sharing.PerTensor();
      case "channel" -> new Sharing.PerChannel(0);
      default ->
          throw expected("\"tensor\", \"channel\", \"block(SIZE)\" or \"block(all)\"", value);
    };
  }

  private ValueRange range(Object value) {
    if (value instanceof List<?> ends
        && ends.size() == 2
        && ends.get(0) instanceof Number min
        && ends.get(1) instanceof Number max) {
      try {
        return new ValueRange(min.floatValue(), max.floatValue());
      } catch (IllegalArgumentException e) {
        // Answered below, as other values are.
      }
    }
    throw expected("[LEAST, LARGEST] of finite numbers", value);
  }
}
