package org.qopt.dialect.nn.attr;

import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.OpDef;

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
    if (!def.defaultOf(name).equals(Optional.of(value))) {
      entries.put(name, value);
    }
    return this;
  }

  /** {@return the attributes} */
  public DictionaryAttr build() {
    return DictionaryAttr.of(entries);
  }
}
