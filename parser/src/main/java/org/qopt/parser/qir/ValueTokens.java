package org.qopt.parser.qir;

import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.LocationAttr;
import org.qopt.ir.attribute.OpaqueAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.NoneType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** Reads the types and attributes that are one token. */
abstract class ValueTokens extends Parser {
  private Reading reading;

  ValueTokens(TokenStream input) {
    super(input);
  }

  final void start(Reading context) {
    reading = context;
  }

  final Reading reading() {
    return reading;
  }

  final SourceFile source() {
    return reading.source();
  }

  final Problems problems() {
    return reading.problems();
  }

  final FileLocation at(Token token) {
    return source().locate(token.getStartIndex());
  }

  final SyntaxFailure failure(Token token, String message) {
    return SyntaxFailure.of(Diagnostic.error(at(token), message));
  }

  final Type readType(Token token) {
    return reading.types().read(token);
  }

  final String readWord(Token token) {
    String known = reading.texts().string(token);
    return known != null ? known : reading.texts().learn(token, token.getText());
  }

  final String readString(Token token) {
    String known = reading.texts().string(token);
    return known != null ? known : reading.texts().learn(token, unquoted(token, token.getText()));
  }

  private String unquoted(Token token, String quoted) {
    return Utf8.unquote(quoted).orElseThrow(() -> wrongEscape(token));
  }

  private SyntaxFailure wrongEscape(Token token) {
    decoded(token);
    return failure(
        token, "unknown escape in string literal; expected \\\\, \\\", \\n, \\t or \\XX");
  }

  /** {@return the name after the {@code @}} */
  final String readSymbol(Token token) {
    String text = token.getText().substring(1);
    return text.startsWith("\"") ? unquoted(token, text) : text;
  }

  final Attribute readInteger(Token token, Type type) {
    Attribute known = reading.texts().attribute(token, type);
    return known != null
        ? known
        : reading.texts().learn(token, type, reading.attributes().integer(token, type));
  }

  final Attribute readFloat(Token token, Type type) {
    Attribute known = reading.texts().attribute(token, type);
    return known != null
        ? known
        : reading.texts().learn(token, type, reading.attributes().floating(token, type));
  }

  final Attribute readStringAttribute(Token token) {
    Attribute known = reading.texts().attribute(token);
    return known != null
        ? known
        : reading.texts().learn(token, readStringAttribute(token, NoneType.NONE));
  }

  // A typed one is kept as it was written.
  final Attribute readStringAttribute(Token token, Type type) {
    return type instanceof NoneType
        ? new StringAttr(readString(token))
        : new OpaqueAttr(decoded(token) + " : " + type);
  }

  private String decoded(Token token) {
    return Utf8.decode(token.getText())
        .orElseThrow(() -> failure(token, "expected a string of valid UTF-8"));
  }

  final Attribute readDialectAttribute(Token token) {
    Attribute known = reading.texts().attribute(token);
    return known != null
        ? known
        : reading
            .texts()
            .learn(token, reading.attributes().dialect(token.getText(), token.getStartIndex()));
  }

  final Attribute readDialectAttribute(Token token, Type type) {
    return new OpaqueAttr(readDialectAttribute(token) + " : " + type);
  }

  final Attribute readElements(Token token, Token typeToken, Type type) {
    Attribute known = reading.texts().attribute(token, type);
    return known != null
        ? known
        : reading.texts().learn(token, type, elements(token, typeToken, type));
  }

  private Attribute elements(Token token, Token typeToken, Type type) {
    Optional<ElementKind> kind =
        type instanceof TensorType tensor ? ElementKind.of(tensor.elementType()) : Optional.empty();
    if (kind.isEmpty()) {
      return kept(token, type);
    }
    TensorType tensor = staticType(typeToken, type);
    int open = token.getStartIndex();
    while (source().bytes()[open] != '<') {
      open++;
    }
    ElementsReader elements =
        new ElementsReader(source(), open + 1, token.getStopIndex(), tensor, kind.get());
    return new DenseElementsAttr(tensor, elements.read());
  }

  private TensorType staticType(Token token, Type type) {
    if (type instanceof TensorType tensor && tensor.shape().isStatic()) {
      return tensor;
    }
    throw failure(
        token, "elements literal must be a ranked tensor of static shape, but got " + type);
  }

  final Attribute readResource(Token token, Type type) {
    String text = token.getText();
    String key = text.substring(text.indexOf('<') + 1, text.length() - 1).strip();
    String name = key.startsWith("\"") ? unquoted(token, key) : key;
    if (!(type instanceof TensorType tensor) || !tensor.shape().isStatic()) {
      return kept(token, type);
    }
    try {
      Optional<DenseElementsAttr> found = reading.resources().find(name, tensor);
      return found.<Attribute>map(a -> a).orElseGet(() -> kept(token, type));
    } catch (IllegalArgumentException e) {
      // MLIR does not ask for what a resource holds; nor does who wants unknown dialects kept.
      if (reading.options().allowUnregistered()) {
        return kept(token, type);
      }
      throw failure(token, e.getMessage());
    }
  }

  final Attribute readSparse(Token token, Type type) {
    return kept(token, type);
  }

  private Attribute kept(Token token, Type type) {
    if (!ElementTypes.mayHaveElements(type)) {
      throw failure(token, "elements literal must be a shaped type, but got " + type);
    }
    OpaqueAttr text = reading.attributes().kept(token.getText(), token.getStartIndex());
    return new OpaqueAttr(text + " : " + type);
  }

  final Attribute readArray(Token token) {
    Attribute known = reading.texts().attribute(token);
    return known != null
        ? known
        : reading
            .texts()
            .learn(token, reading.attributes().array(token.getText(), token.getStartIndex()));
  }

  final Attribute readText(Token token) {
    Attribute known = reading.texts().attribute(token);
    return known != null
        ? known
        : reading
            .texts()
            .learn(token, reading.attributes().checked(token.getText(), token.getStartIndex()));
  }

  final Attribute readLocationAttribute(Token token) {
    Location location = reading.locations().read(token.getText(), token.getStartIndex());
    return new LocationAttr(location);
  }
}
