package org.qopt.parser.qir;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;

/**
 * Makes dictionaries; the same entries, as they stand at many operations of one kind, become one
 * object. What was made lately is remembered, so the memory is bounded.
 */
final class Dictionaries {
  private static final int SLOTS = 1 << 10;

  private final SourceFile source;
  private final DictionaryAttr[] recent = new DictionaryAttr[SLOTS];
  private final List<PendingDictionary> free = new ArrayList<>();

  Dictionaries(SourceFile source) {
    this.source = source;
  }

  /** {@return where the entries of a dictionary go as they are read} */
  PendingDictionary begin() {
    return free.isEmpty() ? new PendingDictionary() : free.removeLast();
  }

  /**
   * {@return the dictionary whose entries have been read}
   *
   * @throws SyntaxFailure if two have one name, or one has none
   */
  DictionaryAttr end(PendingDictionary entries) {
    entries.sort(source);
    DictionaryAttr result = entries.size() == 0 ? DictionaryAttr.EMPTY : of(entries);
    entries.clear();
    free.add(entries);
    return result;
  }

  private DictionaryAttr of(PendingDictionary entries) {
    int hash = 0;
    for (int i = 0; i < entries.size(); i++) {
      hash = hash * 31 + entries.name(i).hashCode();
      hash = hash * 31 + System.identityHashCode(entries.value(i));
    }
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    DictionaryAttr known = recent[slot];
    if (known == null || !holds(known, entries)) {
      known = make(entries);
      recent[slot] = known;
    }
    return known;
  }

  // Equal attributes read twice are mostly one object, so that comparing identity is enough.
  private static boolean holds(DictionaryAttr known, PendingDictionary entries) {
    ImmutableSortedMap<String, Attribute> map = known.entries();
    if (map.size() != entries.size()) {
      return false;
    }
    List<String> names = map.keySet().asList();
    List<Attribute> values = map.values().asList();
    for (int i = 0; i < entries.size(); i++) {
      if (values.get(i) != entries.value(i) || !names.get(i).equals(entries.name(i))) {
        return false;
      }
    }
    return true;
  }

  private static DictionaryAttr make(PendingDictionary entries) {
    if (entries.size() == 1) {
      return new DictionaryAttr(ImmutableSortedMap.of(entries.name(0), entries.value(0)));
    }
    ImmutableSortedMap.Builder<String, Attribute> map = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < entries.size(); i++) {
      map.put(entries.name(i), entries.value(i));
    }
    return new DictionaryAttr(map.buildOrThrow());
  }
}
