package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.ModelMetadata;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.export.ExportedFile;
import org.qopt.target.export.Exporter;
import org.qopt.target.tpu.dialect.ConcatOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.Rounding;

/** Writes programs as full-integer models of TensorFlow Lite. */
public final class TfliteExporter implements Exporter {
  /** The name of the format. */
  public static final String FORMAT = "tflite";

  /** The option that says of what type inputs and outputs are. */
  public static final String IO = "io";

  /** Its value for inputs and outputs of float32. */
  public static final String FLOAT32 = "float32";

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public String description() {
    return "a full-integer model of TensorFlow Lite";
  }

  @Override
  public ImmutableList<ExportedFile> export(Operation module, ExportRequest request) {
    FuncOp function = MainFunction.of(module);
    for (BlockArgument argument : function.arguments()) {
      requireTensor(argument, function.operation());
    }
    ModelGraph graph = new ModelGraph(ValueNaming.of(function));
    boolean real = request.option(IO, "").equals(FLOAT32);
    Ends ends = real ? new RealEnds(graph, function) : new StoredEnds(graph);
    ImmutableList<Signature.Port> inputs =
        function.arguments().stream().map(ends::input).collect(ImmutableList.toImmutableList());
    for (Operation operation : function.entry().operations()) {
      if (operation != function.returnOp()) {
        add(operation, graph);
      }
    }
    ImmutableList<Signature.Port> outputs =
        function.returnOp().operands().stream()
            .map(ends::output)
            .collect(ImmutableList.toImmutableList());
    if (!ModelWriter.fits(graph)) {
      throw new InvalidInputException(
          DiagnosticKind.NOT_LEGAL,
          function.operation().reportLocation(),
          "the constants of @%s are too large for a file of TensorFlow Lite"
              .formatted(function.name()));
    }
    if (roundsOnce(function)) {
      request
          .sink()
          .report(
              Diagnostic.of(
                  Severity.REMARK,
                  function.operation().reportLocation(),
                  "the program is for kernels that round once: they must be built with TFLITE_SINGLE_ROUNDING, which the file cannot say"));
    }
    ModelMetadata metadata = ModelMetadata.of(module);
    byte[] file = ModelWriter.write(graph, Signature.of(metadata, inputs, outputs), metadata);
    return ImmutableList.of(new ExportedFile(FORMAT, file));
  }

  private static boolean roundsOnce(FuncOp function) {
    return function.entry().operations().stream()
        .flatMap(op -> op.attribute(TpuAttributes.ROUNDING, StringAttr.class).stream())
        .anyMatch(kind -> kind.value().equals(Rounding.SINGLE.text()));
  }

  /** A function may hand through what the format has no tensors for. */
  private static void requireTensor(Value value, Operation operation) {
    if (!Tensors.canHold(value.type())) {
      throw new InvalidInputException(
          DiagnosticKind.NOT_LEGAL,
          operation.reportLocation(),
          "'%s' op cannot be written for TensorFlow Lite: expected tensors of signed integers of 8 to 64 bits, but got a value of type %s"
              .formatted(operation.name(), value.type()));
    }
  }

  private static void add(Operation operation, ModelGraph graph) {
    if (!operation.is(ConstantOp.DEF) && !OpExports.ALL.containsKey(operation.name())) {
      throw new InvalidInputException(
          DiagnosticKind.NOT_LEGAL,
          operation.reportLocation(),
          "'%s' op cannot be written for TensorFlow Lite: expected an operation of the dialect tpu (--inline puts functions in the place of their calls)"
              .formatted(operation.name()));
    }
    requireTensor(operation.result(), operation);
    if (operation.is(ConstantOp.DEF) && isBias(operation)) {
      // Written with each operation that adds it, whose scales it has.
      return;
    }
    if (operation.is(ConstantOp.DEF)) {
      graph.define(operation.result(), new ConstantOp(operation).value().value());
    } else if (elements(operation.result()) == 0) {
      // Nothing has to be computed, and not every kernel stops at nothing.
      graph.tensor(operation.result());
    } else if (hasEmptyOperand(operation) && !operation.is(ConcatOp.DEF)) {
      graph.define(operation.result(), ofNothing(operation));
    } else {
      OpExports.ALL.get(operation.name()).export(operation, graph);
    }
  }

  private static boolean isBias(Operation constant) {
    return ((TensorType) constant.result().type()).elementType().equals(IntegerType.I64);
  }

  /** {@return what an operation gives that has no elements to compute it from} */
  private static Tensor ofNothing(Operation operation) {
    List<Tensor> operands =
        operation.operands().stream()
            .map(
                operand ->
                    ConstantElements.of(operand)
                        .orElseGet(() -> empty((TensorType) operand.type())))
            .toList();
    return operation
        .def()
        .flatMap(OpDef::kernel)
        .orElseThrow()
        .prepare(operation)
        .run(operands)
        .getFirst();
  }

  private static Tensor empty(TensorType type) {
    ElementKind kind = QuantizedTypes.storageKind(type).orElseThrow();
    return Tensor.of(type.shape(), new int[0]).cast(kind);
  }

  private static boolean hasEmptyOperand(Operation operation) {
    return operation.operands().stream().anyMatch(operand -> elements(operand) == 0);
  }

  private static long elements(Value value) {
    return ((TensorType) value.type()).shape().elements();
  }
}
