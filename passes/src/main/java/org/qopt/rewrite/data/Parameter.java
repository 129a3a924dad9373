package org.qopt.rewrite.data;

import org.qopt.dialect.rewrite.Handle;
import org.qopt.ir.op.AttributeConstraint;

/**
 * What a constraint or function is to be given.
 *
 * @param name what it is called in messages and documentation
 * @param kind what it is
 * @param constraint of an attribute, what it must be
 */
public record Parameter(String name, Handle kind, AttributeConstraint constraint) {
  /** {@return an operation} */
  public static Parameter operation(String name) {
    return new Parameter(name, Handle.OP, AttributeConstraint.ANY);
  }

  /** {@return a value} */
  public static Parameter value(String name) {
    return new Parameter(name, Handle.VALUE, AttributeConstraint.ANY);
  }

  /** {@return an attribute} */
  public static Parameter attribute(String name, AttributeConstraint constraint) {
    return new Parameter(name, Handle.ATTRIBUTE, constraint);
  }

  /** {@return a type} */
  public static Parameter type(String name) {
    return new Parameter(name, Handle.TYPE, AttributeConstraint.ANY);
  }

  /** {@return what it is, as a noun phrase} */
  public String description() {
    return kind == Handle.ATTRIBUTE ? constraint.description() : kind.toString();
  }
}
