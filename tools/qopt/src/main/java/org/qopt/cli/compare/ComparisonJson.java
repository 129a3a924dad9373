package org.qopt.cli.compare;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.OptionalDouble;

/** A comparison as JSON, for other programs; docs/cli.md lists the fields. */
final class ComparisonJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private ComparisonJson() {}

  /** {@return the text, ended by a line feed} */
  static String of(ComparisonResult result, boolean perLayer) {
    JsonObject json = new JsonObject();
    json.addProperty("samples", result.samples());
    JsonArray outputs = new JsonArray();
    for (ComparisonResult.Output output : result.outputs()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", output.name());
      addError(one, output.error());
      one.addProperty("bit_exact", output.error().isExact());
      outputs.add(one);
    }
    json.add("outputs", outputs);
    json.addProperty("agreement", result.classification().agreement());
    json.add("reference", accuracy(result.classification().referenceTop1()));
    json.add("candidate", accuracy(result.classification().candidateTop1()));
    if (perLayer) {
      json.add("layers", layers(result));
    }
    return GSON.toJson(json) + "\n";
  }

  private static JsonArray layers(ComparisonResult result) {
    JsonArray layers = new JsonArray();
    for (ComparisonResult.Layer layer : result.layers()) {
      JsonObject one = new JsonObject();
      one.addProperty("name", layer.name());
      one.addProperty("op", layer.op());
      addError(one, layer.error());
      layers.add(one);
    }
    return layers;
  }

  private static void addError(JsonObject json, ErrorStatistics error) {
    json.add("sqnr_db", number(error.sqnr()));
    json.add("cosine", number(OptionalDouble.of(error.cosine())));
    json.add("max_abs_error", number(OptionalDouble.of(error.largestError())));
  }

  private static JsonObject accuracy(OptionalDouble top1) {
    JsonObject json = new JsonObject();
    top1.ifPresent(value -> json.addProperty("top1", value));
    return json;
  }

  // JSON has no infinities and no NaN.
  private static JsonElement number(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? new JsonPrimitive(value.getAsDouble())
        : JsonNull.INSTANCE;
  }
}
