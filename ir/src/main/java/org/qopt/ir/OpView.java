package org.qopt.ir;

/**
 * A typed view of an operation: a record around it with accessors by name. Views are equal when
 * they are views of the same operation.
 */
public interface OpView {
  /** {@return the operation that is viewed} */
  Operation operation();
}
