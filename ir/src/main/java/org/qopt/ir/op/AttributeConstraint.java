package org.qopt.ir.op;

import java.util.function.Predicate;
import org.qopt.ir.attribute.Attribute;

/**
 * What an attribute must be.
 *
 * @param description a noun phrase for documentation and messages, such as {@code two positive
 *     integers array<i64: ...>}
 * @param accepts whether an attribute is one
 */
public record AttributeConstraint(String description, Predicate<Attribute> accepts) {
  /** Any attribute at all. */
  public static final AttributeConstraint ANY = new AttributeConstraint("any attribute", _ -> true);
}
