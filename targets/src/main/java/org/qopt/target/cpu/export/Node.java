package org.qopt.target.cpu.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import com.google.protobuf.ByteString;
import java.util.List;

/** A node that is being put together. */
final class Node {
  /** The domain of ONNX Runtime's own operations. */
  static final String MICROSOFT = "com.microsoft";

  private final NodeProto.Builder proto = NodeProto.newBuilder();
  private final int version;

  private Node(String type, int version) {
    this.version = version;
    proto.setOpType(type);
  }

  /**
   * {@return the beginnings of a node}
   *
   * @param version the first version of ONNX's operators that defines it as it is used here
   */
  static Node of(String type, int version) {
    return new Node(type, version);
  }

  /** {@return the version of operators that it needs} */
  int version() {
    return version;
  }

  String type() {
    return proto.getOpType();
  }

  /** Sets an integer attribute. */
  Node with(String name, long value) {
    proto.addAttribute(attribute(name, AttributeType.INT).setI(value));
    return this;
  }

  /** Sets an attribute of a float. */
  Node with(String name, float value) {
    proto.addAttribute(attribute(name, AttributeType.FLOAT).setF(value));
    return this;
  }

  /** Sets an attribute of text. */
  Node with(String name, String value) {
    proto.addAttribute(attribute(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    return this;
  }

  /** Sets an attribute of integers. */
  Node with(String name, long[] values) {
    proto.addAttribute(attribute(name, AttributeType.INTS).addAllInts(Longs.asList(values)));
    return this;
  }

  /** {@return the attributes as a node of ONNX Runtime's own, of another type, has them} */
  Node in(String domain, String newType) {
    Node other = new Node(newType, version);
    other.proto.setDomain(domain).addAllAttribute(proto.getAttributeList());
    return other;
  }

  /** Takes an attribute away. */
  Node without(String name) {
    List<AttributeProto> kept =
        proto.getAttributeList().stream().filter(a -> !a.getName().equals(name)).toList();
    proto.clearAttribute().addAllAttribute(kept);
    return this;
  }

  /** {@return the node from these tensors to this one} */
  NodeProto build(List<String> inputs, String output) {
    return proto
        .clone()
        .setName(output)
        .addAllInput(ImmutableList.copyOf(inputs))
        .addOutput(output)
        .build();
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
