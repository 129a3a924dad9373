package org.qopt.rewrite.data;

import org.qopt.dialect.rewrite.Handle;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.type.Type;

/** What a value of a pattern stands for where the pattern matches. */
public sealed interface Bound {
  /** An operation of the program, or a new one. */
  record ToOperation(Operation operation) implements Bound {}

  /** A value of the program. */
  record ToValue(Value value) implements Bound {}

  /** An attribute. */
  record ToAttribute(Attribute attribute) implements Bound {}

  /** A type. */
  record ToType(Type type) implements Bound {}

  /** {@return the kind of this} */
  default Handle kind() {
    return switch (this) {
      case ToOperation _ -> Handle.OP;
      case ToValue _ -> Handle.VALUE;
      case ToAttribute _ -> Handle.ATTRIBUTE;
      case ToType _ -> Handle.TYPE;
    };
  }
}
