package org.qopt.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.qopt.bench.measure.Criterion;
import org.qopt.bench.measure.Metric;
import org.qopt.bench.measure.Row;

/** Measurements for programs: an array of objects, times in seconds, memory in bytes. */
final class JsonReport {
  private JsonReport() {}

  /** {@return the rows as JSON} */
  static String of(List<Row> rows) {
    JsonArray array = new JsonArray();
    rows.forEach(row -> array.add(object(row)));
    return new GsonBuilder().setPrettyPrinting().create().toJson(array) + "\n";
  }

  private static JsonObject object(Row row) {
    Criterion criterion = row.criterion();
    JsonObject object = new JsonObject();
    object.addProperty("workload", row.workload());
    object.addProperty("metric", criterion.metric().toString());
    object.addProperty("unit", criterion.metric() == Metric.PEAK ? "bytes" : "seconds");
    object.addProperty("runs", row.runs());
    object.addProperty("ours", row.ours());
    add(object, "theirs", row.theirs());
    add(object, "ratio", row.ratio());
    object.addProperty("limits", criterion.relative() ? "ratio" : "ours");
    add(object, "required", criterion.required());
    add(object, "wanted", criterion.wanted());
    object.addProperty("verdict", row.verdict().name().toLowerCase(Locale.ROOT));
    return object;
  }

  private static void add(JsonObject object, String name, OptionalDouble value) {
    value.ifPresent(number -> object.addProperty(name, number));
  }
}
