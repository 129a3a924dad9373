package org.qopt.parser.qir;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.math.BigInteger;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DialectAttribute;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.OpaqueAttr;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IndexType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Type;

/**
 * Reads attributes that are one token. What is not interpreted is kept as it is.
 *
 * <p>No pattern switch: linking one takes milliseconds of every start, and every start comes here.
 */
final class AttributeReader {
  private final SourceFile source;
  private final Dialects dialects;
  private final ReadOptions options;
  private final Aliases aliases;

  AttributeReader(SourceFile source, Dialects dialects, ReadOptions options, Aliases aliases) {
    this.source = source;
    this.dialects = dialects;
    this.options = options;
    this.aliases = aliases;
  }

  /** {@return the number {@code token} of type {@code type}} */
  Attribute integer(Token token, Type type) {
    String text = token.getText();
    TextCursor cursor = new TextCursor(source, token.getStartIndex(), text);
    BigInteger value =
        NumberText.integer(text)
            .orElseThrow(() -> cursor.fail(0, "integer " + Found.quoted(text) + " is too long"));
    if (type instanceof IntegerType integer) {
      boolean signed = integer.signedness() == IntegerType.Signedness.SIGNED;
      int bits = signed ? integer.width() - 1 : integer.width();
      if (!NumberText.fits(value, integer.width(), integer.isUnsigned())
          || (value.signum() > 0 && value.bitLength() > bits)) {
        throw cursor.fail(0, "integer constant out of range for type " + integer + ": " + text);
      }
      return new IntegerAttr(wrapped(value, integer), integer);
    }
    if (type == IndexType.INDEX) {
      if (value.bitLength() >= Long.SIZE) {
        throw cursor.fail(0, "integer constant out of range for type index: " + text);
      }
      return new IntegerAttr(value, type);
    }
    if (type instanceof FloatType floating && text.startsWith("0x")) {
      return bits(value, text, floating, cursor);
    }
    throw cursor.fail(
        0,
        "expected "
            + (type instanceof FloatType ? "a float" : "a value")
            + " of type "
            + type
            + ", but found integer '"
            + text
            + (type instanceof FloatType ? "'; did you mean '" + text + ".0'?" : "'"));
  }

  // Signless integers are read as two's complement; booleans are 0 or 1.
  private static BigInteger wrapped(BigInteger value, IntegerType type) {
    if (type.equals(IntegerType.I1)) {
      return value.signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
    }
    boolean wraps =
        type.signedness() == IntegerType.Signedness.SIGNLESS
            && value.signum() > 0
            && value.bitLength() == type.width();
    return wraps ? value.subtract(BigInteger.ONE.shiftLeft(type.width())) : value;
  }

  private static Attribute bits(BigInteger value, String text, FloatType type, TextCursor cursor) {
    if (value.bitLength() > type.width()) {
      throw cursor.fail(0, "hexadecimal float constant out of range for type " + type);
    }
    Optional<Double> number =
        switch (type) {
          case F64 -> Optional.of(Double.longBitsToDouble(value.longValue()));
          case F32 -> Optional.of((double) Float.intBitsToFloat(value.intValue()));
          case F16 -> Optional.of((double) Float.float16ToFloat(value.shortValue()));
          case BF16 -> Optional.of((double) Float.intBitsToFloat(value.intValue() << 16));
          default -> Optional.empty();
        };
    // Not every NaN survives as a double.
    OpaqueAttr kept = new OpaqueAttr(text + " : " + type);
    return number
        .<Attribute>map(n -> new FloatAttr(n, type))
        .filter(a -> !number.get().isNaN() || a.toString().equalsIgnoreCase(kept.text()))
        .orElse(kept);
  }

  /** {@return the number {@code token} of type {@code type}} */
  Attribute floating(Token token, Type type) {
    String text = token.getText();
    if (type instanceof FloatType known) {
      // What is too large is infinite, as in MLIR, where the infinity has bits that are known here.
      return ElementKind.of(known).isPresent()
          ? new FloatAttr(Double.parseDouble(text), known)
          : new OpaqueAttr(text + " : " + type);
    }
    throw new TextCursor(source, token.getStartIndex(), text)
        .fail(0, "expected a value of type " + type + ", but found float '" + text + "'");
  }

  /** {@return {@code array<...>}} */
  Attribute array(String text, int offset) {
    int open = text.indexOf('<') + 1;
    TextCursor cursor =
        new TextCursor(source, offset + open, text.substring(open, text.length() - 1));
    cursor.peek();
    int from = cursor.position();
    Type type =
        elementType(cursor.word())
            .orElseThrow(() -> cursor.fail(from, "expected an integer or float type"));
    if (type instanceof IntegerType integer && integer.width() % 8 != 0 && integer.width() != 1) {
      throw cursor.fail(
          from, "expected an element type of one bit or a multiple of 8 bits, but found " + type);
    }
    boolean empty = !cursor.accept(":");
    if (empty && !cursor.atEnd()) {
      throw cursor.expected("':'");
    }
    if (type instanceof FloatType floating) {
      return floats(cursor, floating, empty).orElseGet(() -> new OpaqueAttr(text));
    }
    return type instanceof IntegerType integer && integer.width() <= Long.SIZE
        ? integers(cursor, integer, empty)
        : new OpaqueAttr(text);
  }

  private static Optional<Type> elementType(String word) {
    return word.equals("index") ? Optional.of(IndexType.INDEX) : TypeReader.scalar(word);
  }

  private Attribute integers(TextCursor cursor, IntegerType type, boolean empty) {
    ImmutableLongArray.Builder values = ImmutableLongArray.builder();
    for (boolean more = !empty; more; more = cursor.accept(",")) {
      cursor.peek();
      int from = cursor.position();
      String text = element(cursor);
      Optional<Long> value =
          text.equals("true") || text.equals("false")
              ? Optional.of(text.equals("true") ? 1L : 0L).filter(_ -> type.width() == 1)
              : NumberText.integer(text)
                  .filter(v -> NumberText.fits(v, type.width(), type.isUnsigned()))
                  .map(v -> wrapped(v, type).longValue());
      values.add(value.orElseThrow(() -> wrong(cursor, from, type, text)));
    }
    expectEnd(cursor);
    return new DenseIntArrayAttr(type, values.build());
  }

  // Nothing if a number is none that a double can hold: the text is kept then.
  private static Optional<Attribute> floats(TextCursor cursor, FloatType type, boolean empty) {
    ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder();
    boolean exact = ElementKind.of(type).isPresent();
    for (boolean more = !empty; more; more = cursor.accept(",")) {
      cursor.peek();
      int from = cursor.position();
      String text = element(cursor);
      Optional<Attribute> value =
          NumberText.isFloat(text)
              ? Optional.of(new FloatAttr(Double.parseDouble(text), type))
              : Optional.of(text)
                  .filter(t -> t.startsWith("0x"))
                  .flatMap(NumberText::integer)
                  .map(v -> bits(v, text, type, cursor));
      if (value.orElseThrow(() -> wrong(cursor, from, type, text)) instanceof FloatAttr number) {
        values.add(number.value());
      } else {
        exact = false;
      }
    }
    expectEnd(cursor);
    return exact ? Optional.of(new DenseFloatArrayAttr(type, values.build())) : Optional.empty();
  }

  private static String element(TextCursor cursor) {
    return cursor.until(",");
  }

  private static SyntaxFailure wrong(TextCursor cursor, int from, Type type, String text) {
    return cursor.fail(
        from, "expected element of type " + type + ", but found " + Found.quoted(text));
  }

  private static void expectEnd(TextCursor cursor) {
    if (!cursor.atEnd()) {
      throw cursor.expected("'>'");
    }
  }

  /** {@return the attribute {@code #dialect.name<...>} or what the alias stands for} */
  Attribute dialect(String text, int offset) {
    TextCursor cursor = new TextCursor(source, offset, text);
    if (Aliases.isAlias(text)) {
      return aliases
          .attribute(text)
          .orElseThrow(() -> cursor.fail(0, "undefined symbol alias id '" + text + "'"));
    }
    int end = 1;
    while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '<') {
      end++;
    }
    String namespace = text.substring(1, end);
    Optional<Dialect> dialect = dialects.dialect(namespace);
    if (dialect.isPresent()) {
      return known(dialect.get(), kept(text, offset).text(), cursor);
    }
    if (options.allowUnregistered()) {
      return kept(text, offset);
    }
    throw cursor
        .fail(0, Unregistered.attribute(text, namespace, dialects))
        .as(DiagnosticKind.DIALECT_UNREGISTERED);
  }

  private static Attribute known(Dialect dialect, String text, TextCursor cursor) {
    int afterName = dialect.name().length() + 1;
    int body = text.charAt(afterName) == '.' ? afterName + 1 : afterName;
    try {
      Optional<DialectAttribute> attribute = dialect.parseAttribute(text.substring(body));
      return attribute.orElseThrow(
          () -> cursor.fail(0, Unregistered.unknownAttribute(text, dialect)));
    } catch (IllegalArgumentException e) {
      throw cursor.fail(0, e.getMessage());
    }
  }

  /** {@return an affine map or set, a strided layout, or a distinct attribute} */
  OpaqueAttr checked(String text, int offset) {
    TextCursor cursor = new TextCursor(source, offset, text);
    String word = cursor.word();
    switch (word) {
      case "affine_map", "affine_set" -> AffineChecker.check(cursor, word);
      case "strided" -> LayoutChecker.strides(cursor);
      default -> {}
    }
    return kept(text, offset);
  }

  /** {@return the attribute whose text is {@code text}, with the aliases in it replaced} */
  OpaqueAttr kept(String text, int offset) {
    TextCursor cursor = new TextCursor(source, offset, text);
    try {
      return new OpaqueAttr(aliases.expand(cursor.decoded(0, text)));
    } catch (IllegalArgumentException e) {
      throw cursor.fail(0, e.getMessage());
    }
  }
}
