package org.qopt.rewrite.data;

import org.qopt.dialect.rewrite.Handle;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.type.Type;

/** What a value of a pattern stands for where the pattern matches. */
public sealed interface Bound {
  /** An operation of the program, or a new one. */
  record ToOperation(Operation operation) implements Bound {
    @Override
    public Handle kind() {
      return Handle.OP;
    }
  }

  /** A value of the program. */
  record ToValue(Value value) implements Bound {
    @Override
    public Handle kind() {
      return Handle.VALUE;
    }
  }

  /** An attribute. */
  record ToAttribute(Attribute attribute) implements Bound {
    @Override
    public Handle kind() {
      return Handle.ATTRIBUTE;
    }
  }

  /** A type. */
  record ToType(Type type) implements Bound {
    @Override
    public Handle kind() {
      return Handle.TYPE;
    }
  }

  /** {@return the kind of this} */
  Handle kind();
}
