package org.qopt.ir.op;

import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;

/** Collects the attributes of a new operation; those that equal the default are left out. */
public final class AttributeSet {
  private final OpDef def;
  private final TreeMap<String, Attribute> entries = new TreeMap<>();

  private AttributeSet(OpDef def) {
    this.def = def;
  }

  /** {@return an empty set for an operation that {@code def} defines} */
  public static AttributeSet of(OpDef def) {
    return new AttributeSet(def);
  }

  /** Sets an attribute. */
  public AttributeSet set(String name, Attribute value) {
    if (def.defaultOf(name).equals(Optional.of(value))) {
      entries.remove(name);
    } else {
      entries.put(name, value);
    }
    return this;
  }

  /** Takes over those properties of {@code operation} that the new one declares too. */
  public AttributeSet like(Operation operation) {
    operation.properties().entries().entrySet().stream()
        .filter(entry -> def.declares(entry.getKey()))
        .forEach(entry -> set(entry.getKey(), entry.getValue()));
    return this;
  }

  /** {@return the attributes, and the defaults of those that are left out} */
  public DictionaryAttr withDefaults() {
    TreeMap<String, Attribute> all = new TreeMap<>(def.defaults());
    all.putAll(entries);
    return DictionaryAttr.of(all);
  }

  /** {@return the attributes} */
  public DictionaryAttr build() {
    return DictionaryAttr.of(entries);
  }
}
