package org.qopt.parser.qir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.diagnostic.Diagnostic;

/** The entries of a dictionary as they are read, in any order. */
final class PendingDictionary {
  /** An attribute with its name, and where that stands. */
  record Entry(Token token, String name, Attribute value) {}

  private final List<Entry> entries = new ArrayList<>(4);
  private boolean sorted = true;

  void add(Token token, String name, Attribute value) {
    sorted = sorted && (entries.isEmpty() || entries.getLast().name().compareTo(name) < 0);
    entries.add(new Entry(token, name, value));
  }

  /**
   * {@return the entries, sorted by name}
   *
   * @throws SyntaxFailure if two have one name
   */
  List<Entry> sorted(SourceFile source) {
    if (sorted) {
      return entries;
    }
    entries.sort(Comparator.comparing(Entry::name));
    for (int i = 1; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.name().equals(entries.get(i - 1).name())) {
        throw SyntaxFailure.of(
            Diagnostic.error(
                source.locate(entry.token().getStartIndex()),
                "duplicate key '" + entry.name() + "' in dictionary attribute"));
      }
    }
    return entries;
  }
}
