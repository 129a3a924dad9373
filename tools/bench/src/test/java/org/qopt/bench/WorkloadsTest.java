package org.qopt.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.bench.measure.BenchException;
import org.qopt.bench.measure.Criterion;
import org.qopt.bench.measure.Metric;
import org.qopt.bench.measure.Row;
import org.qopt.bench.measure.Sample;

class WorkloadsTest {
  private static final List<Row> ROWS =
      List.of(
          Row.of(
              "start",
              Criterion.ratio(Metric.WALL, 2.5, 1.5),
              List.of(new Sample(0.25, 0.3, 1 << 20)),
              List.of(new Sample(0.125, 0.1, 1 << 20))));

  @Test
  void namesAreUnique() {
    List<String> names = Workloads.all().stream().map(Workload::name).toList();
    assertEquals(names.size(), new HashSet<>(names).size());
  }

  @Test
  void parserIsFoundInTheTimingReport() {
    String report =
        """
          ----Wall Time----  ----Name----
            0.5504 ( 60.4%)  Parser
            0.3600 ( 39.5%)  Output
        """;
    assertEquals(0.5504, WarmReading.parserSeconds(report));
    assertThrows(BenchException.class, () -> WarmReading.parserSeconds("nothing"));
  }

  @Test
  void tableShowsMeasurementsBesideLimits() {
    String table = TextReport.of(ROWS);
    assertTrue(
        table
            .lines()
            .toList()
            .get(1)
            .matches(" *250 ms +125 ms +2.00x +2.50x +1.50x +as required +start, wall"),
        table);
  }

  @Test
  void jsonHasNumbers() {
    JsonObject row =
        JsonParser.parseString(JsonReport.of(ROWS)).getAsJsonArray().get(0).getAsJsonObject();
    assertEquals(2, row.get("ratio").getAsDouble());
    assertEquals("required", row.get("verdict").getAsString());
    assertEquals("seconds", row.get("unit").getAsString());
  }
}
