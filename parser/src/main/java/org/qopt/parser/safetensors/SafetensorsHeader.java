package org.qopt.parser.safetensors;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Shape;

/**
 * The header of a file, checked.
 *
 * @param tensors the tensors by name, in the header's order
 * @param metadata free text by name
 */
record SafetensorsHeader(
    ImmutableMap<String, TensorEntry> tensors, ImmutableMap<String, String> metadata) {
  static final String METADATA = "__metadata__";
  private static final int MAXIMAL_RANK = 64;

  /**
   * {@return the header with this text}
   *
   * @param dataSize the number of bytes behind the header
   * @throws SafetensorsFormatException if the text is malformed, or does not describe so many bytes
   */
  static SafetensorsHeader parse(String text, long dataSize) throws SafetensorsFormatException {
    Map<String, TensorEntry> tensors = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.setStrictness(Strictness.STRICT);
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals(METADATA)) {
          readMetadata(json, metadata);
        } else if (tensors.put(name, readEntry(json, name)) != null) {
          throw new SafetensorsFormatException("two tensors named \"" + name + "\"");
        }
      }
      json.endObject();
      // Fails if there is more behind the object.
      json.peek();
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw new SafetensorsFormatException("malformed header: " + reason(e));
    }
    checkPlaces(tensors, dataSize);
    return new SafetensorsHeader(ImmutableMap.copyOf(tensors), ImmutableMap.copyOf(metadata));
  }

  // The library advises on its own use, and gives an address behind the first line.
  private static String reason(Exception fault) {
    String first = Strings.nullToEmpty(fault.getMessage()).lines().findFirst().orElse("not JSON");
    return first.replaceFirst("^Use JsonReader.*to accept malformed JSON", "not JSON");
  }

  private static void readMetadata(JsonReader json, Map<String, String> metadata)
      throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      metadata.put(json.nextName(), json.nextString());
    }
    json.endObject();
  }

  private static TensorEntry readEntry(JsonReader json, String name)
      throws IOException, SafetensorsFormatException {
    Map<String, Object> fields = new HashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String field = json.nextName();
      Object value =
          switch (field) {
            case "dtype" -> Dtype.parse(json.nextString(), name);
            case "shape", "data_offsets" -> numbers(json, name);
            default ->
                throw new SafetensorsFormatException(
                    "tensor \"" + name + "\": unknown field \"" + field + "\"");
          };
      fields.put(field, value);
    }
    json.endObject();
    if (fields.get("dtype") instanceof ElementKind kind
        && fields.get("shape") instanceof long[] dims
        && fields.get("data_offsets") instanceof long[] offsets
        && offsets.length == 2) {
      return checked(new TensorEntry(kind, Shape.of(dims), offsets[0], offsets[1]), name);
    }
    throw new SafetensorsFormatException(
        "tensor \"" + name + "\": expected dtype, shape and two data_offsets");
  }

  private static long[] numbers(JsonReader json, String name)
      throws IOException, SafetensorsFormatException {
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      long number = json.nextLong();
      if (number < 0 || numbers.size() == MAXIMAL_RANK) {
        throw new SafetensorsFormatException(
            "tensor \""
                + name
                + "\": expected at most "
                + MAXIMAL_RANK
                + " numbers, none of them negative");
      }
      numbers.add(number);
    }
    json.endArray();
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static TensorEntry checked(TensorEntry entry, String name)
      throws SafetensorsFormatException {
    long expected;
    try {
      expected = entry.bytes();
    } catch (ArithmeticException e) {
      throw new SafetensorsFormatException(
          "tensor \"" + name + "\": shape " + entry.shape() + " has too many elements");
    }
    if (entry.end() - entry.begin() != expected) {
      throw new SafetensorsFormatException(
          "tensor \""
              + name
              + "\": expected "
              + expected
              + " bytes for its type and shape, found "
              + (entry.end() - entry.begin()));
    }
    return entry;
  }

  private static void checkPlaces(Map<String, TensorEntry> tensors, long dataSize)
      throws SafetensorsFormatException {
    List<Map.Entry<String, TensorEntry>> byPlace = new ArrayList<>(tensors.entrySet());
    byPlace.sort(
        Comparator.<Map.Entry<String, TensorEntry>>comparingLong(e -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long reached = 0;
    for (Map.Entry<String, TensorEntry> each : byPlace) {
      if (each.getValue().begin() != reached) {
        throw new SafetensorsFormatException(
            "tensor \""
                + each.getKey()
                + "\": expected its data at byte "
                + reached
                + ", where the one before it ends, found "
                + each.getValue().begin());
      }
      reached = each.getValue().end();
    }
    if (reached != dataSize) {
      throw new SafetensorsFormatException(
          (dataSize < reached ? "truncated: " : "")
              + "expected "
              + reached
              + " bytes of data, found "
              + dataSize);
    }
  }
}
