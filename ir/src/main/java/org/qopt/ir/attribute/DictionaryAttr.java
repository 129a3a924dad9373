package org.qopt.ir.attribute;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qopt.ir.print.Quoted;

/**
 * Attributes by name, sorted by name: {@code {axis = 1 : i64, keep_dims}}.
 *
 * @param entries the attributes
 */
public record DictionaryAttr(ImmutableSortedMap<String, Attribute> entries) implements Attribute {
  /** The dictionary without entries. */
  public static final DictionaryAttr EMPTY = new DictionaryAttr(ImmutableSortedMap.of());

  /** {@return the dictionary with these entries} */
  public static DictionaryAttr of(Map<String, ? extends Attribute> entries) {
    return entries.isEmpty() ? EMPTY : new DictionaryAttr(ImmutableSortedMap.copyOf(entries));
  }

  /** {@return the attribute named {@code name}, if there is one} */
  public Optional<Attribute> find(String name) {
    // Most operations have no attributes of one kind or the other.
    return entries.isEmpty() ? Optional.empty() : Optional.ofNullable(entries.get(name));
  }

  /** {@return whether there are no entries} */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  // Written out, as in types that every program holds: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof DictionaryAttr that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    List<String> names = entries.keySet().asList();
    List<Attribute> values = entries.values().asList();
    int hash = 0;
    for (int i = 0; i < names.size(); i++) {
      hash = 31 * (31 * hash + names.get(i).hashCode()) + values.get(i).hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    return entries.entrySet().stream()
        .map(
            entry ->
                entry.getValue() instanceof UnitAttr
                    ? Quoted.key(entry.getKey())
                    : Quoted.key(entry.getKey()) + " = " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
