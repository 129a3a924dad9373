package org.qopt.target.cpu.export;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.dialect.nn.ModelMetadata;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.TargetOption;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.export.ExportedFile;
import org.qopt.target.export.Exporter;

/** Writes programs of {@code cpu}, and float ones, as ONNX. */
public final class OnnxExporter implements Exporter {
  private static final String FORMAT = "onnx";

  private static final TargetOption ACTIVATIONS =
      TargetOption.ofExport(
          FORMAT, "onnx-activations", "the type of stored activations (default: u8)", "u8", "s8");

  private static final TargetOption OPERATIONS =
      TargetOption.ofExport(
          FORMAT,
          "onnx-format",
          "operations on floats between casts, or operations on integers (default: qdq)",
          "qdq",
          "qoperator");

  /** What users may choose. */
  public static final ImmutableList<TargetOption> OPTIONS =
      ImmutableList.of(ACTIVATIONS, OPERATIONS);

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public String description() {
    return "ONNX, for ONNX Runtime";
  }

  @Override
  public ImmutableList<ExportedFile> export(Operation module, ExportRequest request) {
    FuncOp function = MainFunction.of(module);
    if (function.operation().region(0).blocks().size() > 1) {
      throw new InvalidInputException(
          function.operation().reportLocation(),
          "the function cannot be written as ONNX: expected one block, but got several");
    }
    OnnxGraph graph = new OnnxGraph();
    Tensors tensors =
        new Tensors(graph, ValueNaming.of(function), chosen(request, ACTIVATIONS).equals("s8"));
    Parameters parameters = new Parameters(graph, tensors);
    QdqForm casts = new QdqForm(graph, tensors, parameters);
    OnnxWriter writer =
        new OnnxWriter(
            graph,
            tensors,
            casts,
            chosen(request, OPERATIONS).equals("qdq")
                ? casts
                : new QOperatorForm(graph, parameters));
    write(function, writer);
    return ImmutableList.of(
        new ExportedFile(
            FORMAT, graph.build(function.name(), ModelMetadata.of(module)).toByteArray()));
  }

  private static String chosen(ExportRequest request, TargetOption option) {
    return request.option(option.name(), option.values().getFirst());
  }

  private static void write(FuncOp function, OnnxWriter writer) {
    Tensors tensors = writer.tensors();
    for (Value argument : function.arguments()) {
      tensors.reserve(argument);
    }
    List<Value> results = function.returnOp().operands();
    Set<Value> own = new HashSet<>();
    for (Value result : results) {
      // What has a name as an input, or is no tensor of its own, is copied in the end.
      if (result.definingOp().isPresent() && own.add(result)) {
        tensors.reserve(result);
      }
    }
    for (Value argument : function.arguments()) {
      writer.graph().input(info(tensors.define(argument, plain(argument)), argument, tensors));
    }
    function.entry().forEach(operation -> Writers.write(operation, writer));
    Set<String> taken = new HashSet<>();
    for (Value result : results) {
      writer.graph().output(info(output(result, writer, taken), result, tensors));
    }
  }

  /** {@return the tensor that holds {@code result}, a different one for each output} */
  private static String output(Value result, OnnxWriter writer, Set<String> taken) {
    String tensor = writer.tensors().in(result, plain(result));
    if (writer.tensors().isOutput(result, tensor) && taken.add(tensor)) {
      return tensor;
    }
    String copy = writer.tensors().outputName(result);
    taken.add(copy);
    return writer.graph().add(Node.of("Identity", 1), List.of(tensor), copy);
  }

  private static Layout plain(Value value) {
    return Layout.plain(Tensors.rank(value));
  }

  private static ValueInfoProto info(String name, Value value, Tensors tensors) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    Shape dims = ((TensorType) value.type()).shape();
    for (int i = 0; i < dims.rank(); i++) {
      if (dims.isDynamic(i)) {
        shape.addDimBuilder().setDimParam(name + "_" + i);
      } else {
        shape.addDimBuilder().setDimValue(dims.dim(i));
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(Constants.type(tensors.kind(value)))
                        .setShape(shape)))
        .build();
  }
}
