package org.qopt.dialect.quant;

import com.google.common.base.Splitter;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qopt.ir.type.DialectType;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Type;

/** Reads the text of the quantized types. */
final class QuantizedTypeParser {
  // MLIR writes what has no decimal point as the bits of an f64.
  private static final String NUMBER =
      "(?:0x[0-9a-fA-F]{1,16}|[-+]?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)";
  private static final String PARAMETERS = NUMBER + "(?:\\s*:\\s*-?\\d+)?";
  private static final Pattern STORAGE =
      Pattern.compile("([iu])(\\d{1,9})(?:\\s*<\\s*(-?\\d{1,18})\\s*:\\s*(-?\\d{1,18})\\s*>)?");
  private static final Pattern ANY =
      Pattern.compile(
          "any\\s*<\\s*(?<storage>" + STORAGE + ")\\s*(?::\\s*(?<expressed>\\w+)\\s*)?>");
  private static final Pattern UNIFORM =
      Pattern.compile(
          "uniform\\s*<\\s*(?<storage>"
              + STORAGE
              + ")\\s*:\\s*(?<expressed>\\w+)\\s*(?::\\s*(?<axis>\\d{1,9})\\s*)?,\\s*"
              + "(?<parameters>"
              + PARAMETERS
              + "|\\{[^{}]*\\})\\s*>");
  private static final Pattern CALIBRATED =
      Pattern.compile(
          "calibrated\\s*<\\s*\\w+\\s*<\\s*" + NUMBER + "\\s*:\\s*" + NUMBER + "\\s*>\\s*>");

  private QuantizedTypeParser() {}

  static Optional<DialectType> parse(String body) {
    if (body.startsWith("any")) {
      return Optional.of(any(body));
    }
    if (CALIBRATED.matcher(body).matches()) {
      return Optional.of(new OpaqueQuantizedType(body));
    }
    return body.startsWith("uniform") ? Optional.of(uniform(body)) : Optional.empty();
  }

  private static DialectType any(String body) {
    Matcher match = match(ANY, body, "any<storage:expressed>");
    StorageType storage = storage(match.group("storage"));
    String expressed = match.group("expressed");
    return expressed == null
        ? new OpaqueQuantizedType(body)
        : new AnyQuantizedType(storage, expressed(expressed));
  }

  private static QuantizedType uniform(String body) {
    Matcher match =
        match(UNIFORM, body, "uniform<storage:expressed, scale:zero_point> or per axis {...}");
    StorageType storage = storage(match.group("storage"));
    Type expressed = expressed(match.group("expressed"));
    String parameters = match.group("parameters");
    boolean list = parameters.startsWith("{");
    if (list != (match.group("axis") != null)) {
      throw new IllegalArgumentException(
          list ? "expected an axis before the list of scales" : "expected a list of scales");
    }
    if (!list) {
      return new UniformQuantizedType(storage, expressed, scale(parameters), zeroPoint(parameters));
    }
    return perAxis(storage, expressed, Integer.parseInt(match.group("axis")), parameters);
  }

  private static QuantizedType perAxis(
      StorageType storage, Type expressed, int axis, String parameters) {
    ImmutableDoubleArray.Builder scales = ImmutableDoubleArray.builder();
    ImmutableLongArray.Builder zeroPoints = ImmutableLongArray.builder();
    String inner = parameters.substring(1, parameters.length() - 1);
    for (String one : Splitter.on(',').trimResults().split(inner)) {
      if (!one.matches(PARAMETERS)) {
        throw new IllegalArgumentException("expected scale:zero_point, but got '" + one + "'");
      }
      scales.add(scale(one));
      zeroPoints.add(zeroPoint(one));
    }
    return new UniformQuantizedPerAxisType(
        storage, expressed, axis, scales.build(), zeroPoints.build());
  }

  private static Matcher match(Pattern pattern, String body, String expected) {
    Matcher matcher = pattern.matcher(body);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected !quant." + expected + ", but got " + body);
    }
    return matcher;
  }

  private static StorageType storage(String text) {
    Matcher match = match(STORAGE, text, "storage type");
    int width = Integer.parseInt(match.group(2));
    boolean signed = match.group(1).equals("i");
    if (match.group(3) == null || width < 1 || width > StorageType.MAX_WIDTH) {
      return StorageType.full(checkedWidth(width), signed);
    }
    return new StorageType(
        width, signed, Long.parseLong(match.group(3)), Long.parseLong(match.group(4)));
  }

  private static int checkedWidth(int width) {
    if (width < 1 || width > StorageType.MAX_WIDTH) {
      throw new IllegalArgumentException(
          "storage type width must be 1 to " + StorageType.MAX_WIDTH + ", but got " + width);
    }
    return width;
  }

  private static Type expressed(String text) {
    return FloatType.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("expected a float type, but got " + text));
  }

  private static double scale(String parameters) {
    int colon = parameters.indexOf(':');
    String text = colon < 0 ? parameters : parameters.substring(0, colon).trim();
    return text.startsWith("0x")
        ? Double.longBitsToDouble(Long.parseUnsignedLong(text.substring(2), 16))
        : Double.parseDouble(text);
  }

  private static long zeroPoint(String parameters) {
    int colon = parameters.indexOf(':');
    try {
      return colon < 0 ? 0 : Long.parseLong(parameters.substring(colon + 1).trim());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("zero point is out of range in '" + parameters + "'", e);
    }
  }
}
