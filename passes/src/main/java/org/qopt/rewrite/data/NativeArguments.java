package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.type.Type;

/**
 * What a constraint or function is given: one for each of its parameters, of the parameter's kind.
 *
 * @param all what is given, in order
 */
public record NativeArguments(ImmutableList<Bound> all) {
  /**
   * {@return argument {@code index}, whose parameter is an operation}
   *
   * @throws ClassCastException if it is not
   */
  public Operation operation(int index) {
    return ((Bound.ToOperation) all.get(index)).operation();
  }

  /**
   * {@return argument {@code index}, whose parameter is a value}
   *
   * @throws ClassCastException if it is not
   */
  public Value value(int index) {
    return ((Bound.ToValue) all.get(index)).value();
  }

  /**
   * {@return argument {@code index}, whose parameter is an attribute}
   *
   * @throws ClassCastException if it is not
   */
  public Attribute attribute(int index) {
    return ((Bound.ToAttribute) all.get(index)).attribute();
  }

  /**
   * {@return argument {@code index}, whose parameter is a type}
   *
   * @throws ClassCastException if it is not
   */
  public Type type(int index) {
    return ((Bound.ToType) all.get(index)).type();
  }
}
