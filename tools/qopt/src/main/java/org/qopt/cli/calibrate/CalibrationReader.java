package org.qopt.cli.calibrate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.parser.io.FileFaults;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.ValueRange;

/**
 * Reads the text of a calibration file.
 *
 * @param file what the file is called in messages
 */
record CalibrationReader(String file) {
  // How Gson tells a place at the end of its messages.
  private static final Pattern PLACE =
      Pattern.compile("(.*?) at line (\\d+) column (\\d+) path .*", Pattern.DOTALL);

  /**
   * {@return the table in {@code text}}
   *
   * @throws InvalidInputException if it is malformed
   */
  CalibrationTable read(String text) {
    JsonObject json = object(parse(text), "a calibration file");
    String format = string(json, "format");
    if (!format.equals(CalibrationJson.FORMAT)) {
      throw invalid(
          "expected the format \"%s\", but got \"%s\"".formatted(CalibrationJson.FORMAT, format));
    }
    long version = count(json, "version");
    if (version != CalibrationJson.VERSION) {
      throw invalid("expected version " + CalibrationJson.VERSION + ", but got " + version);
    }
    Map<String, ValueRange> ranges = new TreeMap<>();
    object(member(json, "values"), "\"values\"")
        .asMap()
        .forEach((name, value) -> ranges.put(name, range(name, value)));
    return CalibrationTable.of(ranges, count(json, "samples"), string(json, "method"));
  }

  private JsonElement parse(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = JsonParser.parseReader(reader);
      if (!text.isBlank()) {
        // Refuses what follows the first value.
        reader.peek();
      }
      return element;
    } catch (JsonParseException e) {
      throw malformed(Optional.ofNullable(e.getCause()).orElse(e).getMessage());
    } catch (IOException e) {
      throw malformed(e.getMessage());
    }
  }

  private InvalidInputException malformed(String message) {
    Matcher place = PLACE.matcher(String.valueOf(message));
    if (!place.matches()) {
      return invalid("malformed JSON");
    }
    // The library's advice to be lenient is not for the user.
    String what = place.group(1).lines().findFirst().orElse("");
    String reason = what.startsWith("Use ") ? "" : ": " + lowerFirst(what);
    FileLocation location =
        new FileLocation(file, Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3)));
    return new InvalidInputException(
        DiagnosticKind.FILE_CONTENT, location, "malformed JSON" + reason);
  }

  private ValueRange range(String name, JsonElement value) {
    String what = "value \"" + name + "\"";
    JsonObject json = object(value, what);
    try {
      return new ValueRange(
          number(json, "min", what).getAsFloat(), number(json, "max", what).getAsFloat());
    } catch (IllegalArgumentException e) {
      throw invalid(what + ": " + e.getMessage());
    }
  }

  private JsonObject object(JsonElement element, String what) {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw invalid("expected " + what + " to be an object, but got " + kind(element));
  }

  private JsonElement member(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name))
        .orElseThrow(() -> invalid("not a calibration file: there is no \"" + name + "\""));
  }

  private String string(JsonObject json, String name) {
    return primitive(member(json, name), JsonPrimitive::isString, "\"" + name + "\" to be a text")
        .getAsString();
  }

  private long count(JsonObject json, String name) {
    String what = "\"" + name + "\" to be a whole number of at least 0";
    JsonElement element = member(json, name);
    try {
      long count =
          primitive(element, JsonPrimitive::isNumber, what).getAsBigDecimal().longValueExact();
      if (count >= 0) {
        return count;
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Answered below, as a negative number is.
    }
    throw invalid("expected " + what + ", but got " + element);
  }

  private JsonPrimitive number(JsonObject json, String name, String owner) {
    JsonElement element =
        Optional.ofNullable(json.get(name))
            .orElseThrow(() -> invalid(owner + " has no \"" + name + "\""));
    return primitive(
        element, JsonPrimitive::isNumber, "\"" + name + "\" of " + owner + " to be a number");
  }

  private JsonPrimitive primitive(
      JsonElement element, Predicate<JsonPrimitive> test, String expected) {
    if (element instanceof JsonPrimitive primitive && test.test(primitive)) {
      return primitive;
    }
    throw invalid("expected " + expected + ", but got " + kind(element));
  }

  private static String kind(JsonElement element) {
    if (element.isJsonObject()) {
      return "an object";
    }
    if (element.isJsonArray()) {
      return "an array";
    }
    return element.isJsonNull() ? "nothing" : element.toString();
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private InvalidInputException invalid(String message) {
    return FileFaults.invalid(file, message);
  }
}
