package org.qopt.parser.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.parser.model.InputShapes;
import org.qopt.parser.model.ModelFile;
import org.qopt.parser.model.NodeId;
import org.qopt.parser.model.ProgramBuilder;

/** Turns a decoded model into a program, node by node, inferring types on the way. */
final class GraphImport {
  private final TfliteModel model;
  private final InputShapes shapes;
  private final TfliteConstants decoder;
  private final ProgramBuilder program;
  // By position of the tensor; absent until defined. Values are float, or integers that stand for
  // themselves; what is quantized is there beside what it stands for.
  private final Value[] values;
  private final Value[] quantized;
  private final Tensor[] constants;

  GraphImport(TfliteModel model, InputShapes shapes) {
    this.model = model;
    this.shapes = shapes;
    decoder = new TfliteConstants(model);
    values = new Value[model.tensors().size()];
    quantized = new Value[model.tensors().size()];
    constants = new Tensor[model.tensors().size()];
    program = new ProgramBuilder(inputTypes(), names(model.inputs().asList()));
    for (int i = 0; i < model.inputs().length(); i++) {
      int position = model.inputs().get(i);
      if (values[position] != null || model.tensors().get(position).data().isPresent()) {
        throw ModelFile.fault(tensor(position) + " cannot be an input: it has a value");
      }
      values[position] = program.argument(i);
      if (QuantizedTypes.of(values[position].type()).isPresent()) {
        quantized[position] = program.argument(i);
        values[position] = dequantized(tensor(position), quantized[position]);
      }
    }
  }

  Operation program() {
    for (TfliteNode node : model.nodes()) {
      NodeImport step = new NodeImport(this, node);
      try {
        TfliteOperators.of(node).accept(step);
      } catch (ArithmeticException | IllegalArgumentException e) {
        throw node.id().fault("its sizes are out of range: " + e.getMessage());
      }
    }
    List<Value> results = new ArrayList<>();
    for (int position : model.outputs().asList()) {
      NodeId id = new NodeId(position, "output", tensor(position).name());
      Value real =
          find(position, id)
              .orElseThrow(
                  () -> ModelFile.fault("output " + tensor(position) + " is never computed"));
      results.add(quantized(position).orElse(real));
    }
    Operation module = program.finish(results, names(model.outputs().asList()));
    model.metadata().attachTo(module);
    return module;
  }

  private List<TensorType> inputTypes() {
    List<Integer> inputs = model.inputs().asList();
    shapes.requireAmong(names(inputs));
    return inputs.stream().map(this::tensor).map(this::inputType).toList();
  }

  private TensorType inputType(TfliteTensor input) {
    ElementKind kind =
        input
            .kind()
            .filter(k -> k != ElementKind.F16 && k != ElementKind.F64)
            .orElseThrow(
                () ->
                    ModelFile.fault(
                        "input %s is of type %s; float32 is supported, and integers as indices"
                            .formatted(input, input.typeName())));
    Shape shape =
        shapes.contains(input.name())
            ? shapes.resolve(input.name(), input.signature())
            : input.shape();
    return TensorType.of(
        shape,
        QuantizedTensors.computed(input, ModelFile::fault)
            .<Type>map(type -> type)
            .orElse(kind.type()));
  }

  private List<String> names(List<Integer> positions) {
    return positions.stream().map(p -> tensor(p).name()).toList();
  }

  TfliteTensor tensor(int position) {
    return model.tensors().get(position);
  }

  ProgramBuilder builder() {
    return program;
  }

  /** {@return the elements of a tensor if they are known} */
  Optional<Tensor> constant(int position, NodeId user) {
    if (constants[position] == null && values[position] == null) {
      if (tensor(position).data().isEmpty()) {
        return Optional.empty();
      }
      constants[position] = decoder.decode(tensor(position), user);
    }
    return Optional.ofNullable(constants[position]);
  }

  /** {@return the value of a tensor if it is an input, a constant, or has been computed} */
  Optional<Value> find(int position, NodeId user) {
    if (values[position] == null) {
      constant(position, user)
          .ifPresent(
              elements ->
                  values[position] = program.constant(tensor(position).location(), elements));
    }
    return Optional.ofNullable(values[position]);
  }

  /** {@return the integers of a tensor that is quantized, if they have been computed} */
  Optional<Value> quantized(int position) {
    return Optional.ofNullable(quantized[position]);
  }

  /**
   * {@return what the integers of a quantized constant stand for, which stay what they are; empty
   * if it is none, or if types hold no integers that large}
   */
  Optional<Value> dequantizedConstant(int position, NodeId user) {
    TfliteTensor tensor = tensor(position);
    if (!tensor.isQuantized() || tensor.data().isEmpty()) {
      return Optional.empty();
    }
    if (quantized[position] == null) {
      Tensor stored = decoder.stored(tensor, user);
      Optional<Tensor> narrowed = QuantizedTensors.narrowed(stored);
      if (narrowed.isEmpty()) {
        return Optional.empty();
      }
      QuantizedType type = QuantizedTensors.type(tensor, narrowed.get().kind(), user::fault);
      quantized[position] =
          program.constant(tensor.location(), narrowed.get(), TensorType.of(tensor.shape(), type));
    }
    return Optional.of(dequantized(tensor, quantized[position]));
  }

  private Value dequantized(TfliteTensor tensor, Value integers) {
    Type real = ((TensorType) integers.type()).withElementType(FloatType.F32);
    return program.create(DequantizeCastOp.DEF, tensor.location(), List.of(integers), real);
  }

  /** Says what a tensor that {@code node} makes is. */
  void define(int position, Value value, NodeId node) {
    requireUndefined(position, node);
    TensorType type = (TensorType) value.type();
    Shape declared = tensor(position).shape();
    if (shapes.byName().isEmpty() && !type.shape().isCompatibleWith(declared)) {
      throw node.fault(
          "%s is declared as [%s], but the node computes [%s]"
              .formatted(tensor(position), declared, type.shape()));
    }
    values[position] = value;
    QuantizedTensors.computed(tensor(position), node::fault)
        .ifPresent(
            quantizedType -> {
              if (type.elementType() != FloatType.F32) {
                throw node.fault(
                    "%s is quantized, but stands for %s"
                        .formatted(tensor(position), type.elementType()));
              }
              quantized[position] =
                  program.create(
                      QuantizeCastOp.DEF,
                      tensor(position).location(),
                      List.of(value),
                      type.withElementType(quantizedType));
              values[position] = dequantized(tensor(position), quantized[position]);
            });
  }

  /** Says that a tensor that {@code node} makes is a constant. */
  void define(int position, Tensor elements, NodeId node) {
    requireUndefined(position, node);
    constants[position] = elements;
  }

  private void requireUndefined(int position, NodeId node) {
    boolean defined = values[position] != null || constants[position] != null;
    if (defined || tensor(position).data().isPresent()) {
      throw node.fault(tensor(position) + " is computed twice");
    }
  }
}
