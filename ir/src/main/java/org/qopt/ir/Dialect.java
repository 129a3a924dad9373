package org.qopt.ir;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.attribute.DialectAttribute;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.DialectType;

/**
 * A namespace with operations, types and attributes. Dialects outside this project are found by
 * {@link java.util.ServiceLoader} too.
 */
public interface Dialect {
  /** {@return the namespace: what stands before the dot in its operations' names} */
  String name();

  /** {@return what the dialect is for, in a sentence or two} */
  String description();

  /** {@return its operations} */
  List<OpDef> ops();

  /**
   * {@return the one of {@link #ops()} with this full name, if there is one}
   *
   * <p>A dialect of many operations does well to define no other for it; see {@link
   * org.qopt.ir.op.LazyOps}.
   */
  default Optional<OpDef> op(String name) {
    for (OpDef op : ops()) {
      if (op.name().equals(name)) {
        return Optional.of(op);
      }
    }
    return Optional.empty();
  }

  /** {@return the names of its types, such as {@code uniform} of {@code !quant.uniform<...>}} */
  default List<String> typeNames() {
    return List.of();
  }

  /**
   * Reads one of its types.
   *
   * @param body what stands between {@code !name.} and the end, such as {@code uniform<i8:f32,
   *     0.1>}
   * @return the type, or empty if the dialect has none of that name
   * @throws IllegalArgumentException if the type is one of its own but malformed; the message says
   *     how
   */
  default Optional<DialectType> parseType(String body) {
    return Optional.empty();
  }

  /** {@return the names of its attributes, such as {@code mode} of {@code #name.mode<fast>}} */
  default List<String> attributeNames() {
    return List.of();
  }

  /**
   * Reads one of its attributes.
   *
   * @param body what stands between {@code #name.} and the end, such as {@code mode<fast>}
   * @return the attribute, or empty if the dialect has none of that name
   * @throws IllegalArgumentException if the attribute is one of its own but malformed; the message
   *     says how
   */
  default Optional<DialectAttribute> parseAttribute(String body) {
    return Optional.empty();
  }
}
