package org.qopt.parser.qir;

import org.antlr.v4.runtime.Token;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.type.Type;

/**
 * The names and attributes that were read of single tokens, to read each text once. What aliases
 * stand for is not kept, because looking them up is counted. What is not known is null: most tokens
 * of a program pass here.
 */
final class KnownTexts {
  // Longer ones are constants, which seldom stand twice.
  private static final int LONGEST = 256;

  /** An attribute that was read with the type that stood behind it. */
  private record Typed(Type type, Attribute attribute) {}

  private final Aliases aliases;
  private final TextTable<String> strings;
  private final TextTable<OperationName> operations;
  private final TextTable<Attribute> attributes;
  private final TextTable<Typed> typed;
  private int weight;

  KnownTexts(SourceFile source, Aliases aliases) {
    this.aliases = aliases;
    strings = new TextTable<>(source.bytes());
    operations = new TextTable<>(source.bytes());
    attributes = new TextTable<>(source.bytes());
    typed = new TextTable<>(source.bytes());
  }

  /** {@return the string that {@code token} stands for, or null} */
  String string(Token token) {
    return strings.find(token.getStartIndex(), end(token));
  }

  /** {@return {@code string}, which {@code token} stands for from now on} */
  String learn(Token token, String string) {
    strings.put(token.getStartIndex(), end(token), string);
    return string;
  }

  /** {@return the operation that {@code token} names, or null} */
  OperationName operation(Token token) {
    return operations.find(token.getStartIndex(), end(token));
  }

  /** {@return {@code name}, which {@code token} stands for from now on} */
  OperationName learn(Token token, OperationName name) {
    operations.put(token.getStartIndex(), end(token), name);
    return name;
  }

  /** {@return the attribute that {@code token} stands for, or null} */
  Attribute attribute(Token token) {
    weight = aliases.weight();
    return isLong(token) ? null : attributes.find(token.getStartIndex(), end(token));
  }

  /**
   * {@return {@code attribute}, which {@code token}, just asked for, stands for from now on, if no
   * alias was looked up to read it}
   */
  Attribute learn(Token token, Attribute attribute) {
    if (!isLong(token) && aliases.weight() == weight) {
      attributes.put(token.getStartIndex(), end(token), attribute);
    }
    return attribute;
  }

  /**
   * {@return the attribute that {@code token} with {@code type} behind it stands for, or null; of
   * each text the type that stood behind it last is remembered}
   */
  Attribute attribute(Token token, Type type) {
    Typed known = isLong(token) ? null : typed.find(token.getStartIndex(), end(token));
    return known != null && (known.type() == type || known.type().equals(type))
        ? known.attribute()
        : null;
  }

  /** {@return {@code attribute}, which {@code token} with {@code type} behind it stands for} */
  Attribute learn(Token token, Type type, Attribute attribute) {
    if (!isLong(token)) {
      typed.put(token.getStartIndex(), end(token), new Typed(type, attribute));
    }
    return attribute;
  }

  private static int end(Token token) {
    return token.getStopIndex() + 1;
  }

  private static boolean isLong(Token token) {
    return end(token) - token.getStartIndex() > LONGEST;
  }
}
