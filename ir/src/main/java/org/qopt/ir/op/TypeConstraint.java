package org.qopt.ir.op;

import java.util.function.Predicate;
import org.qopt.ir.type.Type;

/**
 * What the type of an operand or result must be.
 *
 * @param description a noun phrase for documentation and messages, such as {@code 4-d float tensor}
 * @param accepts whether a type is one
 */
public record TypeConstraint(String description, Predicate<Type> accepts) {
  /** Any type at all. */
  public static final TypeConstraint ANY = new TypeConstraint("any type", _ -> true);

  /** {@return the constraint that accepts what this one or the other accepts} */
  public TypeConstraint or(TypeConstraint other) {
    return new TypeConstraint(description + " or " + other.description, accepts.or(other.accepts));
  }
}
