package org.qopt.parser.qir;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;

/**
 * Makes dictionaries; the same entries, as they stand at many operations of one kind, become one
 * object. What was made lately is remembered, so the memory is bounded.
 */
final class Dictionaries {
  private static final int SLOTS = 1 << 10;

  private final DictionaryAttr[] recent = new DictionaryAttr[SLOTS];

  /** {@return the dictionary of these entries, which are sorted by name} */
  DictionaryAttr of(List<PendingDictionary.Entry> entries) {
    if (entries.isEmpty()) {
      return DictionaryAttr.EMPTY;
    }
    int hash = 0;
    for (int i = 0; i < entries.size(); i++) {
      PendingDictionary.Entry entry = entries.get(i);
      hash = (hash * 31 + entry.name().hashCode()) * 31 + System.identityHashCode(entry.value());
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
  private static boolean holds(DictionaryAttr known, List<PendingDictionary.Entry> entries) {
    ImmutableSortedMap<String, Attribute> map = known.entries();
    if (map.size() != entries.size()) {
      return false;
    }
    List<String> names = map.keySet().asList();
    List<Attribute> values = map.values().asList();
    for (int i = 0; i < entries.size(); i++) {
      PendingDictionary.Entry entry = entries.get(i);
      if (values.get(i) != entry.value() || !names.get(i).equals(entry.name())) {
        return false;
      }
    }
    return true;
  }

  private static DictionaryAttr make(List<PendingDictionary.Entry> entries) {
    if (entries.size() == 1) {
      PendingDictionary.Entry only = entries.getFirst();
      return new DictionaryAttr(ImmutableSortedMap.of(only.name(), only.value()));
    }
    ImmutableSortedMap.Builder<String, Attribute> map = ImmutableSortedMap.naturalOrder();
    for (PendingDictionary.Entry entry : entries) {
      map.put(entry.name(), entry.value());
    }
    return new DictionaryAttr(map.buildOrThrow());
  }
}
