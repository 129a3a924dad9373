package org.qopt.dialect.rewrite;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.DialectType;
import org.qopt.ir.type.Type;

/** What a value of a pattern stands for in the program that the pattern is applied to. */
public enum Handle implements DialectType {
  /** {@code !rewrite.op}: an operation; where a value is wanted, its only result. */
  OP,
  /** {@code !rewrite.value}: an operand or a result. */
  VALUE,
  /** {@code !rewrite.attribute}: an attribute. */
  ATTRIBUTE,
  /** {@code !rewrite.type}: the type of a value. */
  TYPE;

  /** A value, or an operation for its only result. */
  static final TypeConstraint VALUE_OR_OP =
      new TypeConstraint("!rewrite.value or !rewrite.op", type -> type == VALUE || type == OP);

  /** Any of them. */
  static final TypeConstraint ANY =
      new TypeConstraint("type of the dialect rewrite", type -> type instanceof Handle);

  /** {@return the word in the type's text, such as {@code value}} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return whether a value of a pattern that has this type can be given for {@code wanted}} */
  public boolean fits(Handle wanted) {
    return this == wanted || (this == OP && wanted == VALUE);
  }

  TypeConstraint constraint() {
    return new TypeConstraint(toString(), (Type type) -> type == this);
  }

  static Optional<DialectType> parse(String body) {
    return Arrays.stream(values())
        .filter(handle -> handle.word().equals(body))
        .map(DialectType.class::cast)
        .findFirst();
  }

  @Override
  public String dialect() {
    return RewriteDialect.NAME;
  }

  @Override
  public String toString() {
    return "!" + RewriteDialect.NAME + "." + word();
  }
}
