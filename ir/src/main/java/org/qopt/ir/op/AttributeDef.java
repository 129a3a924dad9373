package org.qopt.ir.op;

import java.util.Optional;
import org.qopt.ir.attribute.Attribute;

/**
 * An attribute of an operation's definition.
 *
 * @param name its key
 * @param constraint what it must be
 * @param defaultValue what it is when it is not written
 * @param optional whether it may be absent without a default
 */
public record AttributeDef(
    String name,
    AttributeConstraint constraint,
    Optional<Attribute> defaultValue,
    boolean optional) {

  /** {@return whether every operation must have it} */
  public boolean isRequired() {
    return !optional && defaultValue.isEmpty();
  }
}
