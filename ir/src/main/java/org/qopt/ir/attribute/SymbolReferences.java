package org.qopt.ir.attribute;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;

/** The references to symbols in attributes, however deep, also in those that are kept as text. */
public final class SymbolReferences {
  private SymbolReferences() {}

  /** Gives each reference in {@code attribute} to {@code found}, in their order. */
  public static void in(Attribute attribute, Consumer<SymbolRefAttr> found) {
    switch (attribute) {
      case SymbolRefAttr reference -> found.accept(reference);
      case ArrayAttr array -> array.elements().forEach(element -> in(element, found));
      case DictionaryAttr dictionary ->
          dictionary.entries().values().forEach(element -> in(element, found));
      case OpaqueAttr(String text) -> inText(text, found);
      case DialectAttribute other -> inText(other.toString(), found);
      case TypeAttr type -> inText(type.toString(), found);
      default -> {}
    }
  }

  private static void inText(String text, Consumer<SymbolRefAttr> found) {
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        at = endOfString(text, at);
      } else if (text.charAt(at) == '@') {
        at = reference(text, at, found);
      } else {
        at++;
      }
    }
  }

  private static int reference(String text, int start, Consumer<SymbolRefAttr> found) {
    ImmutableList.Builder<String> path = ImmutableList.builder();
    int end = name(text, start + 1, path);
    while (text.startsWith("::@", end)) {
      end = name(text, end + 3, path);
    }
    found.accept(new SymbolRefAttr(path.build()));
    return end;
  }

  // A name in quotes is taken as it stands: those of functions need no escapes.
  private static int name(String text, int start, ImmutableList.Builder<String> path) {
    if (text.startsWith("\"", start)) {
      int end = endOfString(text, start);
      path.add(text.substring(start + 1, Math.max(start + 1, end - 1)));
      return end;
    }
    int end = start;
    while (end < text.length() && isPartOfName(text.charAt(end))) {
      end++;
    }
    path.add(text.substring(start, end));
    return end;
  }

  private static boolean isPartOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
  }

  private static int endOfString(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }
}
