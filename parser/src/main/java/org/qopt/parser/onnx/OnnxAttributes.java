package org.qopt.parser.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.print.Quoted;
import org.qopt.parser.model.NodeId;

/** The attributes of a node; each is of the type that is asked for, or absent, or a fault. */
final class OnnxAttributes {
  private final NodeId node;
  private final Map<String, AttributeProto> attributes = new HashMap<>();

  OnnxAttributes(NodeProto proto, NodeId node) {
    this.node = node;
    proto
        .getAttributeList()
        .forEach(attribute -> attributes.put(Text.of(attribute.getNameBytes()), attribute));
  }

  long integer(String name, long absent) {
    return attribute(name, AttributeType.INT).map(AttributeProto::getI).orElse(absent);
  }

  float real(String name, float absent) {
    return attribute(name, AttributeType.FLOAT).map(AttributeProto::getF).orElse(absent);
  }

  String string(String name, String absent) {
    return attribute(name, AttributeType.STRING).map(a -> Text.of(a.getS())).orElse(absent);
  }

  Optional<long[]> integers(String name) {
    return attribute(name, AttributeType.INTS)
        .map(a -> a.getIntsList().stream().mapToLong(Long::longValue).toArray());
  }

  Optional<float[]> reals(String name) {
    return attribute(name, AttributeType.FLOATS)
        .map(
            a -> {
              float[] values = new float[a.getFloatsCount()];
              for (int i = 0; i < values.length; i++) {
                values[i] = a.getFloats(i);
              }
              return values;
            });
  }

  Optional<TensorProto> tensor(String name) {
    return attribute(name, AttributeType.TENSOR).map(AttributeProto::getT);
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  private Optional<AttributeProto> attribute(String name, AttributeType type) {
    AttributeProto attribute = attributes.get(name);
    if (attribute == null) {
      return Optional.empty();
    }
    // Writers of old do not say the type.
    if (attribute.getType() != type && attribute.getType() != AttributeType.UNDEFINED) {
      throw node.fault(
          "attribute %s is of type %s, but %s is expected"
              .formatted(Quoted.of(name), attribute.getType(), type));
    }
    return Optional.of(attribute);
  }
}
