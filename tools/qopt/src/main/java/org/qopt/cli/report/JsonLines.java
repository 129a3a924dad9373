package org.qopt.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.LineSource;
import org.qopt.ir.diagnostic.Severity;

/**
 * A JSON object a line, for each diagnostic as it arises: {@code severity}, {@code message}, {@code
 * file}, and where they are known {@code line}, {@code column} (counted from 1) and {@code name};
 * {@code code}; {@code notes} are of the same form, without a code.
 */
final class JsonLines implements ReportFormat {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private int errors;

  @Override
  public String render(
      List<Diagnostic> diagnostics, String input, LineSource lines, int maxErrors) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
      if (diagnostic.severity() != Severity.ERROR || maxErrors <= 0 || errors <= maxErrors) {
        JsonObject json = json(diagnostic, input);
        json.addProperty("code", diagnostic.code());
        JsonArray notes = new JsonArray();
        diagnostic.notes().forEach(note -> notes.add(json(note, input)));
        json.add("notes", notes);
        out.append(GSON.toJson(json)).append('\n');
      }
    }
    return out.toString();
  }

  @Override
  public int maxErrors() {
    return 0;
  }

  private static JsonObject json(Diagnostic diagnostic, String input) {
    Place place = Place.of(diagnostic.location(), input);
    JsonObject json = new JsonObject();
    json.addProperty("severity", diagnostic.severity().word());
    json.addProperty("message", diagnostic.message());
    json.addProperty("file", place.file());
    if (place.line() > 0) {
      json.addProperty("line", place.line());
    }
    if (place.column() > 0) {
      json.addProperty("column", place.column());
    }
    place.name().ifPresent(name -> json.addProperty("name", name));
    return json;
  }
}
