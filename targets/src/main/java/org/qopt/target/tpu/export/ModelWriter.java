package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.qopt.dialect.nn.ModelMetadata;
import org.tensorflow.lite.schema.Buffer;
import org.tensorflow.lite.schema.Metadata;
import org.tensorflow.lite.schema.MetadataT;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.SignatureDef;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;

/**
 * Lays a model out as a file. The bytes of constants are written straight into it, each at a
 * multiple of 16, so that a runtime may map the file and compute with them in place; the schema's
 * own object interface holds four bytes for each and knows no alignment.
 */
final class ModelWriter {
  private static final int SCHEMA_VERSION = 3;
  private static final int ALIGNMENT = 16;

  /** The runtime's own converter always reserves this much for the text. */
  private static final int RUNTIME_BYTES = 16;

  private static final String RUNTIME = "min_runtime_version";

  /** The format counts bytes in 31 bits, and the builder doubles its room. */
  private static final long LARGEST = 1 << 30;

  private ModelWriter() {}

  /** {@return the bytes of all constants together, and what surrounds them at most} */
  static boolean fits(ModelGraph graph) {
    long bytes = 0;
    for (byte[] buffer : graph.buffers()) {
      bytes += buffer.length + 2 * ALIGNMENT;
    }
    return bytes < LARGEST - 1024L * graph.tensors().size();
  }

  /** {@return the file} */
  static byte[] write(ModelGraph graph, Signature signature, ModelMetadata kept) {
    FlatBufferBuilder builder = new FlatBufferBuilder(1024);
    byte[] runtime = Arrays.copyOf(newest(graph).getBytes(StandardCharsets.UTF_8), RUNTIME_BYTES);
    ImmutableMap<String, byte[]> own =
        ImmutableMap.<String, byte[]>builder()
            .put(RUNTIME, runtime)
            .putAll(Maps.filterKeys(kept.buffers(), name -> !name.equals(RUNTIME)))
            .build();
    List<byte[]> data =
        ImmutableList.<byte[]>builder().addAll(graph.buffers()).addAll(own.values()).build();
    int buffers =
        Model.createBuffersVector(builder, offsets(data, bytes -> buffer(builder, bytes)));
    int allMetadata =
        Model.createMetadataVector(
            builder, metadata(builder, own.keySet().asList(), graph.buffers().size()));
    int signatures =
        Model.createSignatureDefsVector(
            builder, new int[] {SignatureDef.pack(builder, signature.definition())});
    int graphs =
        Model.createSubgraphsVector(
            builder, new int[] {SubGraph.pack(builder, subgraph(graph, signature))});
    int description =
        builder.createString(kept.text(ModelMetadata.DESCRIPTION).orElse("made by qopt"));
    int codes =
        Model.createOperatorCodesVector(
            builder, offsets(graph.codes(), code -> OperatorCode.pack(builder, code)));
    Model.finishModelBuffer(
        builder,
        Model.createModel(
            builder,
            SCHEMA_VERSION,
            codes,
            graphs,
            description,
            buffers,
            0,
            allMetadata,
            signatures));
    return builder.sizedByteArray();
  }

  private static int[] metadata(FlatBufferBuilder builder, List<String> names, int firstBuffer) {
    int[] offsets = new int[names.size()];
    for (int i = 0; i < offsets.length; i++) {
      MetadataT entry = new MetadataT();
      entry.setName(names.get(i));
      entry.setBuffer(firstBuffer + i);
      offsets[i] = Metadata.pack(builder, entry);
    }
    return offsets;
  }

  private static SubGraphT subgraph(ModelGraph graph, Signature signature) {
    SubGraphT subgraph = new SubGraphT();
    subgraph.setName("main");
    subgraph.setTensors(graph.tensors().toArray(TensorT[]::new));
    subgraph.setOperators(graph.operators().toArray(OperatorT[]::new));
    subgraph.setInputs(signature.inputNumbers());
    subgraph.setOutputs(signature.outputNumbers());
    return subgraph;
  }

  private static <T> int[] offsets(List<T> parts, ToIntFunction<T> write) {
    return parts.stream().mapToInt(write).toArray();
  }

  private static int buffer(FlatBufferBuilder builder, byte[] bytes) {
    if (bytes.length == 0) {
      // A vector of no bytes would be a constant; none at all is what has no data.
      Buffer.startBuffer(builder);
      return Buffer.endBuffer(builder);
    }
    builder.createUnintializedVector(1, bytes.length, ALIGNMENT).put(bytes);
    return Buffer.createBuffer(builder, builder.endVector());
  }

  /** {@return the release of the runtime that has all operators in use} */
  private static String newest(ModelGraph graph) {
    return graph.kinds().stream()
        .map(Operator::runtime)
        .max((a, b) -> Arrays.compare(parts(a), parts(b)))
        .orElse("1.5.0");
  }

  private static int[] parts(String version) {
    return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
