package org.qopt.cli.calibrate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.io.FileFaults;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.ValueRange;

/**
 * Calibration files: {@code {"format": "qopt-calibration", "version": 1, "method", "samples",
 * "values": {NAME: {"min", "max"}}}}.
 */
public final class CalibrationJson {
  private static final String FORMAT = "qopt-calibration";
  private static final int VERSION = 1;
  // Larger than any model's table: a file beyond it is no calibration file.
  private static final long LARGEST_FILE = 256L << 20;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private CalibrationJson() {}

  /** {@return the text of a calibration file, ended by a line feed} */
  public static String write(CalibrationTable table) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("version", VERSION);
    json.addProperty("method", table.method());
    json.addProperty("samples", table.samples());
    JsonObject values = new JsonObject();
    table
        .ranges()
        .forEach(
            (name, range) -> {
              JsonObject one = new JsonObject();
              one.addProperty("min", range.min());
              one.addProperty("max", range.max());
              values.add(name, one);
            });
    json.add("values", values);
    return GSON.toJson(json) + "\n";
  }

  /**
   * {@return the table in a calibration file}
   *
   * @param file what the file is called in messages
   * @throws InvalidInputException if it cannot be read or is malformed
   */
  public static CalibrationTable read(Path path, String file) {
    try {
      if (Files.size(path) > LARGEST_FILE) {
        throw FileFaults.invalid(file, "too large for a calibration file");
      }
      return read(Files.readString(path, StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw FileFaults.reading(file, e);
    }
  }

  private static CalibrationTable read(String text, String file) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      if (!json.has("format") || !json.get("format").getAsString().equals(FORMAT)) {
        throw FileFaults.invalid(
            file, "not a calibration file: \"format\" is not \"" + FORMAT + "\"");
      }
      if (json.get("version").getAsInt() != VERSION) {
        throw FileFaults.invalid(
            file, "expected version " + VERSION + ", but got " + json.get("version"));
      }
      Map<String, ValueRange> ranges = new TreeMap<>();
      for (Map.Entry<String, JsonElement> value : json.getAsJsonObject("values").entrySet()) {
        ranges.put(value.getKey(), range(value.getKey(), value.getValue().getAsJsonObject(), file));
      }
      return CalibrationTable.of(
          ranges, json.get("samples").getAsLong(), json.get("method").getAsString());
    } catch (JsonParseException e) {
      throw FileFaults.invalid(file, "not a calibration file: " + firstLine(e.getMessage()));
    } catch (IllegalStateException
        | NullPointerException
        | ClassCastException
        | NumberFormatException
        | UnsupportedOperationException e) {
      // What Gson throws where an element is absent or of another kind.
      throw FileFaults.invalid(
          file, "not a calibration file: expected method, samples and values with min and max");
    }
  }

  private static ValueRange range(String name, JsonObject json, String file) {
    try {
      return new ValueRange(json.get("min").getAsFloat(), json.get("max").getAsFloat());
    } catch (IllegalArgumentException e) {
      throw FileFaults.invalid(file, "value \"" + name + "\": " + e.getMessage());
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("malformed JSON");
  }
}
