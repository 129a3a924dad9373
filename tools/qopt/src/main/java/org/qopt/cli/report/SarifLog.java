package org.qopt.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.qopt.cli.Version;
import org.qopt.ir.Dialects;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.LineSource;
import org.qopt.ir.diagnostic.Severity;

/**
 * A log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which is written
 * when the command ends. Notes become related locations.
 */
final class SarifLog implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final JsonArray results = new JsonArray();
  private final SortedSet<String> codes = new TreeSet<>();
  private int errors;

  @Override
  public String render(
      List<Diagnostic> diagnostics, String input, LineSource lines, int maxErrors) {
    for (Diagnostic diagnostic : diagnostics) {
      errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
      if (diagnostic.severity() != Severity.ERROR || maxErrors <= 0 || errors <= maxErrors) {
        codes.add(diagnostic.code());
        results.add(result(diagnostic, input));
      }
    }
    return "";
  }

  @Override
  public String end() {
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "qopt");
    driver.addProperty("version", Version.text());
    driver.add("rules", rules());
    JsonObject run = new JsonObject();
    run.add("tool", object("driver", driver));
    run.addProperty("columnKind", "unicodeCodePoints");
    run.add("results", results);
    JsonObject log = new JsonObject();
    log.addProperty("$schema", SCHEMA);
    log.addProperty("version", "2.1.0");
    log.add("runs", array(run));
    return GSON.toJson(log) + "\n";
  }

  // Only those that are used, as other tools do: a rule takes more room than a result.
  private JsonArray rules() {
    JsonArray rules = new JsonArray();
    Map<String, String> texts = codes.isEmpty() ? Map.of() : DiagnosticCodes.all(Dialects.load());
    for (String code : codes) {
      JsonObject rule = object("id", new JsonPrimitive(code));
      String help = texts.get(code);
      if (help != null) {
        rule.add("shortDescription", text(help.substring(0, help.indexOf(". ") + 1)));
        rule.add("help", text(help));
      }
      rules.add(rule);
    }
    return rules;
  }

  @Override
  public int maxErrors() {
    return 0;
  }

  private static JsonObject result(Diagnostic diagnostic, String input) {
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", diagnostic.code());
    result.addProperty("level", level(diagnostic.severity()));
    result.add("message", text(diagnostic.message()));
    result.add("locations", array(location(Place.of(diagnostic.location(), input))));
    if (!diagnostic.notes().isEmpty()) {
      JsonArray related = new JsonArray();
      for (Diagnostic note : diagnostic.notes()) {
        JsonObject location = location(Place.of(note.location(), input));
        location.add("message", text(note.message()));
        related.add(location);
      }
      result.add("relatedLocations", related);
    }
    return result;
  }

  // There are no remarks in SARIF; notes are what needs no action.
  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case REMARK, NOTE -> "note";
    };
  }

  private static JsonObject location(Place place) {
    JsonObject physical = new JsonObject();
    physical.add("artifactLocation", object("uri", new JsonPrimitive(uri(place.file()))));
    if (place.line() > 0) {
      JsonObject region = new JsonObject();
      region.addProperty("startLine", place.line());
      if (place.column() > 0) {
        region.addProperty("startColumn", place.column());
      }
      physical.add("region", region);
    }
    JsonObject location = object("physicalLocation", physical);
    place
        .name()
        .ifPresent(
            name ->
                location.add("logicalLocations", array(object("name", new JsonPrimitive(name)))));
    return location;
  }

  private static String uri(String file) {
    try {
      // What stands before a colon would be taken for a scheme.
      String path = file.indexOf(':') >= 0 && !file.startsWith("/") ? "./" + file : file;
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject text(String text) {
    return object("text", new JsonPrimitive(text));
  }

  private static JsonObject object(String key, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(key, value);
    return object;
  }

  private static JsonArray array(JsonElement element) {
    JsonArray array = new JsonArray();
    array.add(element);
    return array;
  }
}
