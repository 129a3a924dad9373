package org.qopt.parser.qir;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.LocationAttr;
import org.qopt.ir.type.Type;

/** What the names {@code !t} and {@code #a} stand for. */
final class Aliases {
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Attribute> attributes = new HashMap<>();

  // The names that stand in texts which are kept as they are.
  private final Set<String> kept = new HashSet<>();
  private final List<String> order = new ArrayList<>();

  // What stands for how much: aliases of aliases could stand for more than any memory holds.
  private final Map<String, Integer> weights = new HashMap<>();
  private int weight;

  Optional<Type> type(String name) {
    return Optional.ofNullable(types.get(name)).map(type -> weighed(name, type));
  }

  Optional<Attribute> attribute(String name) {
    return Optional.ofNullable(attributes.get(name)).map(a -> weighed(name, a));
  }

  private <T> T weighed(String name, T value) {
    weight = Math.min(Limits.ALIAS_WEIGHT + 1, weight + weights.getOrDefault(name, 1));
    return value;
  }

  /** {@return how many aliases, and aliases of those, were looked up since the last definition} */
  int weight() {
    return weight;
  }

  /** A definition begins. */
  void begin() {
    weight = 0;
  }

  /** {@return whether the definition that ends here stands for too many others} */
  boolean isTooHeavy() {
    return weight > Limits.ALIAS_WEIGHT;
  }

  /** {@return whether {@code name} was free and now stands for {@code type}} */
  boolean define(String name, Type type) {
    weights.putIfAbsent(name, weight + 1);
    order.add(name);
    return types.putIfAbsent(name, type) == null;
  }

  /** {@return whether {@code name} was free and now stands for {@code attribute}} */
  boolean define(String name, Attribute attribute) {
    weights.putIfAbsent(name, weight + 1);
    order.add(name);
    return attributes.putIfAbsent(name, attribute) == null;
  }

  /** {@return whether {@code name}, with its sign, can be an alias: it names no dialect} */
  static boolean isAlias(String name) {
    return name.indexOf('.') < 0 && name.indexOf('<') < 0;
  }

  /**
   * {@return what the aliases stand for that are still named in what is kept as it was written, in
   * the order of their definitions}
   */
  ImmutableMap<String, String> stillNamed() {
    if (kept.isEmpty()) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<String, String> all = ImmutableMap.builder();
    order.stream().distinct().filter(kept::contains).forEach(name -> all.put(name, text(name)));
    return all.buildOrThrow();
  }

  private String text(String name) {
    return (name.startsWith("!") ? types.get(name) : attributes.get(name)).toString();
  }

  /**
   * {@return {@code text} with the aliases in it replaced; for what is kept as text, where they
   * would be lost. In the brackets of a dialect's type or attribute they stay: who does not know
   * the dialect cannot tell whether they are aliases there.}
   *
   * @throws IllegalArgumentException if the result is very long
   */
  String expand(String text) {
    if (text.indexOf('!') < 0 && text.indexOf('#') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int depth = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      if (c == '"') {
        end = endOfString(text, i);
        out.append(text, i, end);
      } else if (c == '!' || c == '#') {
        end = endOfName(text, i + 1);
        boolean body = end < text.length() && text.charAt(end) == '<';
        String name = text.substring(i, end);
        boolean alias = !body && name.length() > 1 && isAlias(name);
        if (alias && depth > 0) {
          kept.add(name);
        }
        out.append(alias && depth == 0 ? meaning(name) : name);
        if (body && depth == 0) {
          depth = 1;
          end++;
          out.append('<');
        }
      } else {
        depth += depth == 0 ? 0 : nesting(text, i);
        out.append(c);
      }
      if (out.length() > text.length() + Limits.EXPANDED_TEXT) {
        throw new IllegalArgumentException(
            "the aliases here stand for more than " + Limits.EXPANDED_TEXT + " characters");
      }
      i = end;
    }
    return out.toString();
  }

  // Signs of comparison and arrows are no brackets.
  private static int nesting(String text, int at) {
    boolean sign = at + 1 < text.length() && text.charAt(at + 1) == '=';
    return switch (text.charAt(at)) {
      case '<' -> sign ? 0 : 1;
      case '>' -> sign || text.charAt(at - 1) == '-' ? 0 : -1;
      default -> 0;
    };
  }

  private String meaning(String name) {
    // Dialects use both signs for other things too; what is no alias stays.
    if (name.startsWith("!")) {
      return type(name).map(Type::toString).orElse(name);
    }
    Optional<Attribute> attribute = attribute(name);
    if (attribute.isPresent() && attribute.get() instanceof LocationAttr(var location)) {
      return location.toString();
    }
    return attribute.map(Attribute::toString).orElse(name);
  }

  private static int endOfString(String text, int open) {
    int i = open + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  private static int endOfName(String text, int from) {
    int i = from;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || "_$.".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }
}
