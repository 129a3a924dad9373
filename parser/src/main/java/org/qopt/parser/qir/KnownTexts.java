package org.qopt.parser.qir;

import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.type.Type;

/**
 * The names and attributes that were read of single tokens, to read each text once. What aliases
 * stand for is not kept, because looking them up is counted.
 */
final class KnownTexts {
  // Longer ones are constants, which seldom stand twice.
  private static final int LONGEST = 256;

  /** An attribute that was read with the type that stood behind it. */
  private record Typed(Type type, Attribute attribute) {}

  private final Aliases aliases;
  private final TextTable<String> strings;
  private final TextTable<Attribute> attributes;
  private final TextTable<Typed> typed;

  KnownTexts(SourceFile source, Aliases aliases) {
    this.aliases = aliases;
    strings = new TextTable<>(source.bytes());
    attributes = new TextTable<>(source.bytes());
    typed = new TextTable<>(source.bytes());
  }

  /** {@return the string that {@code token} stands for, which {@code reader} finds out} */
  String string(Token token, Supplier<String> reader) {
    int from = token.getStartIndex();
    int to = token.getStopIndex() + 1;
    String known = strings.find(from, to);
    if (known == null) {
      known = reader.get();
      strings.put(from, to, known);
    }
    return known;
  }

  /** {@return the attribute that {@code token} stands for, which {@code reader} finds out} */
  Attribute attribute(Token token, Supplier<Attribute> reader) {
    int from = token.getStartIndex();
    int to = token.getStopIndex() + 1;
    if (to - from > LONGEST) {
      return reader.get();
    }
    Attribute known = attributes.find(from, to);
    if (known == null) {
      int weight = aliases.weight();
      known = reader.get();
      if (aliases.weight() == weight) {
        attributes.put(from, to, known);
      }
    }
    return known;
  }

  /**
   * {@return the attribute that {@code token} with {@code type} behind it stands for, which {@code
   * reader} finds out; of each text the type that stood behind it last is remembered}
   */
  Attribute attribute(Token token, Type type, Supplier<Attribute> reader) {
    int from = token.getStartIndex();
    int to = token.getStopIndex() + 1;
    if (to - from > LONGEST) {
      return reader.get();
    }
    Typed known = typed.find(from, to);
    if (known == null || (known.type() != type && !known.type().equals(type))) {
      known = new Typed(type, reader.get());
      typed.put(from, to, known);
    }
    return known.attribute();
  }
}
