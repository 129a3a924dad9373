package org.qopt.cli.calibrate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.io.FileFaults;
import org.qopt.passes.bind.CalibrationTable;

/**
 * Calibration files: {@code {"format": "qopt-calibration", "version": 1, "method", "samples",
 * "values": {NAME: {"min", "max"}}}}.
 */
public final class CalibrationJson {
  static final String FORMAT = "qopt-calibration";
  static final int VERSION = 1;
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
      return new CalibrationReader(file).read(Files.readString(path, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw FileFaults.invalid(file, "not a calibration file: it holds bytes that are no UTF-8");
    } catch (IOException e) {
      throw FileFaults.reading(file, e);
    }
  }
}
