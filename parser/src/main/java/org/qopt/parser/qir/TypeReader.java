package org.qopt.parser.qir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.OpaqueAttr;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.type.DialectType;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.IndexType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.IntegerType.Signedness;
import org.qopt.ir.type.NoneType;
import org.qopt.ir.type.OpaqueType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.ir.type.UnrankedTensorType;

/**
 * Reads types, each text once:
 *
 * <pre>{@code
 * type       ::= tensor | kept | dialect-type | alias | function | integer | float | `index` | `none`
 * tensor     ::= `tensor<` (dimension `x`)* type (`,` encoding)? `>` | `tensor<*x` type `>`
 * dimension  ::= `?` | digits
 * kept       ::= `vector<` (length `x`)* type `>` | `complex<` type `>` | `tuple<` (type (`,` type)*)? `>`
 *              | `memref<` (dimension `x`)* type (`,` layout)? (`,` space)? `>` | `memref<*x` type (`,` space)? `>`
 * length     ::= digits | `[` digits `]`
 * function   ::= `(` (type (`,` type)*)? `)` `->` (type | `(` (type (`,` type)*)? `)`)
 * }</pre>
 */
final class TypeReader {
  private final SourceFile source;
  private final Dialects dialects;
  private final ReadOptions options;
  private final Aliases aliases;
  private final TextTable<Type> known;

  TypeReader(SourceFile source, Dialects dialects, ReadOptions options, Aliases aliases) {
    this.source = source;
    this.dialects = dialects;
    this.options = options;
    this.aliases = aliases;
    this.known = new TextTable<>(source.bytes());
  }

  /** {@return the type that {@code token} says} */
  Type read(Token token) {
    int from = token.getStartIndex();
    int to = token.getStopIndex() + 1;
    Type before = known.find(from, to);
    if (before != null) {
      return before;
    }
    int weight = aliases.weight();
    TextCursor cursor = new TextCursor(source, from, token.getText());
    Type type = read(cursor);
    if (!cursor.atEnd()) {
      throw cursor.expected("end of type");
    }
    if (aliases.weight() == weight) {
      known.put(from, to, type);
    }
    return type;
  }

  private Type read(TextCursor cursor) {
    char next = cursor.peek();
    if (next == '!') {
      return dialectType(cursor);
    }
    if (next == '(') {
      return function(cursor);
    }
    int from = cursor.position();
    String word = cursor.word();
    return switch (word) {
      case "tensor" -> tensor(cursor);
      case "vector", "memref", "complex", "tuple" -> {
        if (cursor.peek() != '<') {
          throw cursor.expected("'<'");
        }
        int start = cursor.position();
        String body = cursor.brackets();
        check(word, cursor.within(start, body));
        yield new OpaqueType(expand(cursor, from, cursor.since(from)));
      }
      case "index" -> IndexType.INDEX;
      case "none" -> NoneType.NONE;
      default ->
          scalar(word)
              .orElseThrow(
                  () -> cursor.fail(from, noType(word.isEmpty() ? String.valueOf(next) : word)));
    };
  }

  private static String noType(String word) {
    boolean integer = word.matches("[su]?i[0-9]+");
    return "expected type, but found "
        + Found.quoted(word)
        + (integer ? "; integers have at most " + IntegerType.MAX_WIDTH + " bits" : "");
  }

  /** Checks what stands between the brackets of a type that is kept as it is written. */
  private void check(String word, TextCursor body) {
    body.expect("<");
    switch (word) {
      case "vector" -> {
        Dimensions.lengths(body);
        element(body, "vector", ElementTypes::ofVector);
        body.expect(">");
      }
      case "complex" -> {
        element(body, "complex", ElementTypes::ofComplex);
        body.expect(">");
      }
      case "tuple" -> {
        for (boolean first = true; !body.accept(">"); first = false) {
          if (!first) {
            body.expect(",");
          }
          read(body);
        }
      }
      default -> {
        Optional<Integer> rank = Dimensions.rank(body);
        element(body, "memref", ElementTypes::ofMemref);
        new LayoutChecker(aliases, body, rank).check();
      }
    }
  }

  private Type element(TextCursor cursor, String of, Predicate<Type> fits) {
    cursor.peek();
    int from = cursor.position();
    Type element = read(cursor);
    if (!fits.test(element)) {
      throw cursor.fail(from, "%s cannot have elements of type %s".formatted(of, element));
    }
    return element;
  }

  /** {@return the integer or float type that {@code word} names, if it does} */
  static Optional<Type> scalar(String word) {
    Optional<Type> type = FloatType.parse(word).map(t -> t);
    if (type.isPresent()) {
      return type;
    }
    int digits = 0;
    while (digits < word.length() && !Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    Optional<Signedness> sign =
        switch (word.substring(0, digits)) {
          case "i" -> Optional.of(Signedness.SIGNLESS);
          case "si" -> Optional.of(Signedness.SIGNED);
          case "ui" -> Optional.of(Signedness.UNSIGNED);
          default -> Optional.empty();
        };
    Optional<Integer> width = NumberText.small(word.substring(digits));
    return sign.isEmpty() || width.isEmpty() || width.get() > IntegerType.MAX_WIDTH
        ? Optional.empty()
        : Optional.of(new IntegerType(width.get(), sign.get()));
  }

  private Type tensor(TextCursor cursor) {
    cursor.expect("<");
    if (cursor.accept("*")) {
      cursor.expect("x");
      Type element = element(cursor, "tensor", ElementTypes::ofTensor);
      cursor.expect(">");
      return new UnrankedTensorType(element);
    }
    Shape shape = new Shape(Dimensions.of(cursor));
    Type element = element(cursor, "tensor", ElementTypes::ofTensor);
    Optional<Attribute> encoding = Optional.empty();
    if (cursor.accept(",")) {
      encoding = Optional.of(encoding(cursor));
    }
    cursor.expect(">");
    return new TensorType(shape, element, encoding);
  }

  private Attribute encoding(TextCursor cursor) {
    cursor.peek();
    int from = cursor.position();
    String text = cursor.until(">");
    if (text.isEmpty()) {
      throw cursor.expected("encoding");
    }
    Optional<Attribute> alias = aliases.attribute(text);
    return alias.orElseGet(() -> new OpaqueAttr(expand(cursor, from, text)));
  }

  private Type function(TextCursor cursor) {
    List<Type> inputs = list(cursor);
    cursor.expect("->");
    List<Type> results = cursor.peek() == '(' ? list(cursor) : List.of(read(cursor));
    return FunctionType.of(inputs, results);
  }

  private List<Type> list(TextCursor cursor) {
    cursor.expect("(");
    List<Type> types = new ArrayList<>();
    while (!cursor.accept(")")) {
      if (!types.isEmpty()) {
        cursor.expect(",");
      }
      types.add(read(cursor));
    }
    return types;
  }

  private Type dialectType(TextCursor cursor) {
    cursor.peek();
    int from = cursor.position();
    cursor.expect("!");
    String name = cursor.word();
    String body = cursor.peek() == '<' ? cursor.brackets() : "";
    String text = cursor.since(from).strip();
    if (body.isEmpty() && name.indexOf('.') < 0) {
      return aliases
          .type(text)
          .orElseThrow(() -> cursor.fail(from, "undefined symbol alias id '" + text + "'"));
    }
    int dot = name.indexOf('.');
    String namespace = dot < 0 ? name : name.substring(0, dot);
    Optional<Dialect> dialect = dialects.dialect(namespace);
    if (dialect.isEmpty()) {
      if (options.allowUnregistered()) {
        return new OpaqueType(expand(cursor, from, text));
      }
      throw cursor
          .fail(from, Unregistered.type(text, namespace, dialects))
          .as(DiagnosticKind.DIALECT_UNREGISTERED);
    }
    String inner = expand(cursor, from, text.substring(namespace.length() + (dot < 0 ? 1 : 2)));
    try {
      Optional<DialectType> type = dialect.get().parseType(inner);
      return type.orElseThrow(
          () -> cursor.fail(from, Unregistered.unknownType(text, name, dialect.get())));
    } catch (IllegalArgumentException e) {
      throw cursor.fail(from, e.getMessage());
    }
  }

  private String expand(TextCursor cursor, int at, String raw) {
    try {
      return aliases.expand(cursor.decoded(at, raw));
    } catch (IllegalArgumentException e) {
      throw cursor.fail(at, e.getMessage());
    }
  }
}
