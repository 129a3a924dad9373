package org.qopt.ir.op;

/**
 * An operand or result of an operation's definition.
 *
 * @param name its name in documentation and messages
 * @param constraint what its type must be
 * @param arity how many values it stands for
 */
public record ValueDef(String name, TypeConstraint constraint, Arity arity) {
  /** How many values one operand or result of a definition stands for. */
  public enum Arity {
    /** Exactly one. */
    SINGLE,
    /** One or none; only the last operands may be optional. */
    OPTIONAL,
    /** Any number; only the last operand or result may be variadic. */
    VARIADIC
  }
}
