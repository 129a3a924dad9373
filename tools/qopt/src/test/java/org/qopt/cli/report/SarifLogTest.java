package org.qopt.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.LineSource;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.UnknownLocation;

/** The log has what the schema of SARIF 2.1.0 requires, and nothing twice. */
class SarifLogTest {
  private static final Location AT = new FileLocation("a b.qir", 3, 5);

  private static JsonObject run(Diagnostic... diagnostics) {
    SarifLog log = new SarifLog();
    log.render(List.of(diagnostics), "in.qir", LineSource.NONE, 0);
    JsonObject json = JsonParser.parseString(log.end()).getAsJsonObject();
    assertEquals("2.1.0", json.get("version").getAsString());
    assertEquals(1, json.getAsJsonArray("runs").size());
    return json.getAsJsonArray("runs").get(0).getAsJsonObject();
  }

  private static Set<String> rules(JsonObject run) {
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    assertEquals("qopt", driver.get("name").getAsString());
    Set<String> ids = new HashSet<>();
    for (JsonElement rule : driver.getAsJsonArray("rules")) {
      JsonObject object = rule.getAsJsonObject();
      assertTrue(ids.add(object.get("id").getAsString()));
      assertTrue(object.getAsJsonObject("help").get("text").getAsString().contains(". "));
      assertTrue(
          object.getAsJsonObject("shortDescription").get("text").getAsString().endsWith("."));
    }
    return ids;
  }

  @Test
  void eachResultNamesARuleOfTheTool() {
    JsonObject run =
        run(
            Diagnostic.error(AT, "one").as(DiagnosticKind.DOMINANCE),
            Diagnostic.error(AT, "two").as(DiagnosticKind.DOMINANCE),
            Diagnostic.error(AT, "three").as("nn.conv2d_c1"),
            Diagnostic.of(Severity.REMARK, UnknownLocation.UNKNOWN, "four"));
    assertEquals(Set.of("dominance", "nn.conv2d_c1", "invalid-input"), rules(run));
    for (JsonElement result : run.getAsJsonArray("results")) {
      JsonObject object = result.getAsJsonObject();
      assertTrue(rules(run).contains(object.get("ruleId").getAsString()));
      assertTrue(
          Set.of("none", "note", "warning", "error").contains(object.get("level").getAsString()));
      assertTrue(object.getAsJsonObject("message").has("text"));
    }
    assertEquals(4, run.getAsJsonArray("results").size());
  }

  @Test
  void placesAndNotesAreCarried() {
    JsonObject result =
        run(Diagnostic.error(AT, "e").withNote(new FileLocation("b.qir", 7, 1), "see here"))
            .getAsJsonArray("results")
            .get(0)
            .getAsJsonObject();
    JsonObject place = physical(result.getAsJsonArray("locations").get(0));
    assertEquals("a%20b.qir", place.getAsJsonObject("artifactLocation").get("uri").getAsString());
    assertEquals(3, place.getAsJsonObject("region").get("startLine").getAsInt());
    assertEquals(5, place.getAsJsonObject("region").get("startColumn").getAsInt());
    JsonElement note = result.getAsJsonArray("relatedLocations").get(0);
    assertEquals(7, physical(note).getAsJsonObject("region").get("startLine").getAsInt());
    assertEquals(
        "see here", note.getAsJsonObject().getAsJsonObject("message").get("text").getAsString());
  }

  private static JsonObject physical(JsonElement location) {
    return location.getAsJsonObject().getAsJsonObject("physicalLocation");
  }

  @Test
  void codesOfPluginsThatAreNotLoadedNeedNoHelp() {
    JsonObject driver =
        run(Diagnostic.error(AT, "e").as("other.op_c1"))
            .getAsJsonObject("tool")
            .getAsJsonObject("driver");
    assertEquals("{\"id\":\"other.op_c1\"}", driver.getAsJsonArray("rules").get(0).toString());
  }
}
