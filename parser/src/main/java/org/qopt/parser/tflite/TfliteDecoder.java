package org.qopt.parser.tflite;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import java.lang.foreign.MemorySegment;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.DecodingBudget;
import org.qopt.parser.model.ModelFile;
import org.qopt.parser.model.NodeId;
import org.qopt.parser.tflite.TfliteTensor.Quantization;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.QuantizationParameters;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;

/** Turns the bytes of a model into records, so that what follows need not distrust the bytes. */
final class TfliteDecoder {
  private static final int SCHEMA_VERSION = 3;
  private static final int HEADER_BYTES = 8;

  private final Model model;
  private final long size;
  private final DecodingBudget budget;

  private TfliteDecoder(ByteBuffer bytes) {
    model = Model.getRootAsModel(bytes);
    size = bytes.limit();
    budget = new DecodingBudget(size);
  }

  /**
   * {@return the model in {@code bytes}; the constants' elements are slices of them}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if there is none
   */
  static TfliteModel decode(ByteBuffer bytes) {
    if (bytes.limit() < HEADER_BYTES || !Model.ModelBufferHasIdentifier(bytes)) {
      throw ModelFile.fault(
          "not a TensorFlow Lite model: bytes 4 to 7 are not the identifier \"TFL3\"");
    }
    try {
      return new TfliteDecoder(bytes).model();
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
      // What flatbuffers throws when an offset or a length leads out of the file, or when a
      // string is not UTF-8.
      throw ModelFile.fault("not a valid TensorFlow Lite model: the file is truncated or corrupt");
    }
  }

  private TfliteModel model() {
    if (model.version() != SCHEMA_VERSION) {
      throw ModelFile.fault(
          "the model is of schema version %d; only %d is supported"
              .formatted(model.version(), SCHEMA_VERSION));
    }
    if (model.subgraphsLength() != 1) {
      throw ModelFile.fault(
          "the model has %d subgraphs; only models with one are supported"
              .formatted(model.subgraphsLength()));
    }
    SubGraph graph = model.subgraphs(0);
    ImmutableList<TfliteTensor> tensors = tensors(graph);
    return new TfliteModel(
        size,
        tensors,
        nodes(graph, tensors),
        positions(graph.inputsLength(), graph::inputs, 0, tensors.size()),
        positions(graph.outputsLength(), graph::outputs, 0, tensors.size()),
        new TfliteMetadata(model, budget).decode());
  }

  private ImmutableList<TfliteTensor> tensors(SubGraph graph) {
    int count = graph.tensorsLength();
    budget.spend(count);
    ImmutableList.Builder<TfliteTensor> tensors = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      Tensor tensor = graph.tensors(i);
      if (tensor.sparsity() != null) {
        throw ModelFile.fault("tensor #" + i + " is sparse; only dense tensors are supported");
      }
      Shape shape = shape(tensor.shapeLength(), tensor::shape);
      Shape signature = shape(tensor.shapeSignatureLength(), tensor::shapeSignature);
      tensors.add(
          new TfliteTensor(
              i,
              text(tensor.nameAsByteBuffer(), tensor),
              tensor.type(),
              shape,
              signature.rank() == 0 ? shape : signature,
              data(tensor),
              quantization(tensor.quantization())));
    }
    return tensors.build();
  }

  private String text(ByteBuffer encoded, Tensor tensor) {
    if (encoded == null) {
      return "";
    }
    budget.spend(encoded.remaining());
    return tensor.name();
  }

  private Shape shape(int rank, IntUnaryOperator dims) {
    budget.spend(rank);
    long[] values = new long[rank];
    for (int i = 0; i < rank; i++) {
      int dim = dims.applyAsInt(i);
      values[i] = dim == -1 ? Shape.DYNAMIC : dim;
    }
    return Shape.of(values);
  }

  private Optional<MemorySegment> data(Tensor tensor) {
    if (tensor.buffer() == 0) {
      return Optional.empty(); // By convention buffer 0 is empty and means that there is none.
    }
    if (tensor.buffer() >= model.buffersLength()) {
      throw new IndexOutOfBoundsException();
    }
    ByteBuffer bytes = model.buffers((int) tensor.buffer()).dataAsByteBuffer();
    return bytes == null || !bytes.hasRemaining()
        ? Optional.empty()
        : Optional.of(MemorySegment.ofBuffer(bytes));
  }

  private Optional<Quantization> quantization(QuantizationParameters parameters) {
    if (parameters == null || parameters.scaleLength() == 0) {
      return Optional.empty();
    }
    budget.spend(parameters.scaleLength());
    budget.spend(parameters.zeroPointLength());
    ImmutableDoubleArray.Builder scales = ImmutableDoubleArray.builder();
    for (int i = 0; i < parameters.scaleLength(); i++) {
      scales.add(parameters.scale(i));
    }
    ImmutableLongArray.Builder zeroPoints = ImmutableLongArray.builder();
    for (int i = 0; i < parameters.zeroPointLength(); i++) {
      zeroPoints.add(parameters.zeroPoint(i));
    }
    return Optional.of(
        new Quantization(scales.build(), zeroPoints.build(), parameters.quantizedDimension()));
  }

  private ImmutableList<TfliteNode> nodes(SubGraph graph, ImmutableList<TfliteTensor> tensors) {
    int count = graph.operatorsLength();
    budget.spend(count);
    ImmutableList.Builder<TfliteNode> nodes = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      Operator operator = graph.operators(i);
      int most = tensors.size();
      var inputs = positions(operator.inputsLength(), operator::inputs, -1, most);
      var outputs = positions(operator.outputsLength(), operator::outputs, 0, most);
      if (operator.opcodeIndex() >= model.operatorCodesLength()) {
        throw new IndexOutOfBoundsException();
      }
      OperatorCode code = model.operatorCodes((int) operator.opcodeIndex());
      String name = outputs.isEmpty() ? "" : tensors.get(outputs.get(0)).name();
      NodeId id = new NodeId(i, opName(code), name);
      int builtin = builtin(code);
      TfliteOptions options = new TfliteOptionsDecoder(operator, id, budget).decode(builtin);
      nodes.add(new TfliteNode(id, builtin, inputs, outputs, options));
    }
    return nodes.build();
  }

  // Codes beyond 127 do not fit the field of old; writers then put a placeholder there.
  private static int builtin(OperatorCode code) {
    return Math.max(code.builtinCode(), code.deprecatedBuiltinCode());
  }

  private String opName(OperatorCode code) {
    int builtin = builtin(code);
    if (builtin == BuiltinOperator.CUSTOM) {
      String custom = code.customCode();
      budget.spend(custom == null ? 0 : custom.length());
      return "CUSTOM " + custom;
    }
    return builtin >= 0 && builtin < BuiltinOperator.names.length
        ? BuiltinOperator.name(builtin)
        : "number " + builtin;
  }

  private ImmutableIntArray positions(int count, IntUnaryOperator element, int least, int most) {
    budget.spend(count);
    ImmutableIntArray.Builder positions = ImmutableIntArray.builder();
    for (int i = 0; i < count; i++) {
      int position = element.applyAsInt(i);
      if (position < least || position >= most) {
        throw new IndexOutOfBoundsException();
      }
      positions.add(position);
    }
    return positions.build();
  }
}
