package org.qopt.parser.qir;

import java.util.Arrays;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.diagnostic.Diagnostic;

/**
 * The entries of a dictionary as they are read, in any order. Once they have become a dictionary it
 * can serve for another.
 */
final class PendingDictionary {
  private String[] names = new String[8];
  private Attribute[] values = new Attribute[8];
  private Token[] tokens = new Token[8];
  private int size;
  private boolean sorted = true;

  /** Adds an entry whose name stands at {@code token}. */
  void add(Token token, String name, Attribute value) {
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      values = Arrays.copyOf(values, size * 2);
      tokens = Arrays.copyOf(tokens, size * 2);
    }
    sorted = sorted && (size == 0 || names[size - 1].compareTo(name) < 0);
    names[size] = name;
    values[size] = value;
    tokens[size] = token;
    size++;
  }

  /**
   * Sorts the entries by name.
   *
   * @throws SyntaxFailure if two have one name, or one has none
   */
  void sort(SourceFile source) {
    if (!sorted) {
      reorder(source);
    }
    if (size > 0 && names[0].isEmpty()) {
      throw SyntaxFailure.of(
          Diagnostic.error(
              source.locate(tokens[0].getStartIndex()),
              "expected valid attribute name, but found an empty one"));
    }
  }

  private void reorder(SourceFile source) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    String[] unsorted = names;
    Arrays.sort(order, (a, b) -> unsorted[a].compareTo(unsorted[b]));
    for (int i = 1; i < size; i++) {
      if (names[order[i]].equals(names[order[i - 1]])) {
        throw SyntaxFailure.of(
            Diagnostic.error(
                source.locate(tokens[order[i]].getStartIndex()),
                "duplicate key '" + names[order[i]] + "' in dictionary attribute"));
      }
    }
    names = permuted(names, order);
    values = permuted(values, order);
    tokens = permuted(tokens, order);
    sorted = true;
  }

  private static <T> T[] permuted(T[] array, Integer[] order) {
    T[] result = array.clone();
    for (int i = 0; i < order.length; i++) {
      result[i] = array[order[i]];
    }
    return result;
  }

  int size() {
    return size;
  }

  String name(int index) {
    return names[index];
  }

  Attribute value(int index) {
    return values[index];
  }

  /** Forgets all entries. */
  void clear() {
    Arrays.fill(names, 0, size, null);
    Arrays.fill(values, 0, size, null);
    Arrays.fill(tokens, 0, size, null);
    size = 0;
    sorted = true;
  }
}
