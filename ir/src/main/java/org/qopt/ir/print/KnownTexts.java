package org.qopt.ir.print;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.type.Type;

/**
 * Texts that a program repeats, as bytes: it has many operations, but few kinds of them and few
 * types. Objects are told apart by identity, because comparing them would cost what this saves.
 */
final class KnownTexts {
  private static final byte[] NONE = {};
  private static final int LONGEST = 256;
  private static final int MOST = 1 << 12;

  private final Map<Type, byte[]> types = new IdentityHashMap<>();
  private final Map<DictionaryAttr, byte[]> dictionaries = new IdentityHashMap<>();
  private final Map<String, byte[]> quoted = new HashMap<>();

  byte[] of(Type type) {
    byte[] known = types.get(type);
    if (known == null) {
      known = type.toString().getBytes(StandardCharsets.UTF_8);
      types.put(type, known);
    }
    return known;
  }

  /** {@return {@code text} in quotes} */
  byte[] quoted(String text) {
    byte[] known = quoted.get(text);
    if (known == null) {
      known = Quoted.of(text).getBytes(StandardCharsets.US_ASCII);
      quoted.put(text, known);
    }
    return known;
  }

  /** {@return what was learned of {@code dictionary}; empty if that is nothing} */
  byte[] of(DictionaryAttr dictionary) {
    return dictionaries.getOrDefault(dictionary, NONE);
  }

  /** Takes the text of {@code dictionary}, unless it is long or enough others are known. */
  void learn(DictionaryAttr dictionary, byte[] text) {
    if (text.length > 0 && text.length <= LONGEST && dictionaries.size() < MOST) {
      dictionaries.put(dictionary, text);
    }
  }
}
