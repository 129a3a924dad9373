package org.qopt.ir.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** How functions are run. */
class InterpreterTest {
  private static final Location HERE = NameLocation.of("here");
  private static final TensorType PAIR = TensorType.of(FloatType.F32, 2);

  private static Tensor pair(float a, float b) {
    return Tensor.of(Shape.of(2), a, b);
  }

  /** {@code f(x) = relu(x - [1, 2])}. */
  private static FuncOp subtractAndRectify() {
    FuncOp f = OpRunner.newFunction(List.of(PAIR));
    OpBuilder builder = OpRunner.builder(f);
    Value c = ConstantOp.create(builder, HERE, pair(1, 2)).operation().result();
    Value d =
        SubOp.create(builder, HERE, f.arguments().getFirst(), c, Activation.NONE)
            .operation()
            .result();
    return OpRunner.finish(f, ReluOp.create(builder, HERE, d).operation());
  }

  private static void assertFault(String message, FuncOp f, Tensor... inputs) {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> Interpreter.prepare(f).run(List.of(inputs)));
    assertEquals(message, e.getMessage());
  }

  @Test
  void anObserverSeesArgumentsConstantsAndResultsInOrder() {
    FuncOp f = subtractAndRectify();
    List<Value> seen = new ArrayList<>();
    List<Tensor> tensors = new ArrayList<>();
    Interpreter.prepare(f)
        .run(
            List.of(pair(3, 1)),
            (value, tensor) -> {
              seen.add(value);
              tensors.add(tensor);
            });
    List<Value> defined = new ArrayList<>(f.arguments());
    f.entry().forEach(op -> defined.addAll(op.results()));
    assertEquals(defined, seen);
    assertEquals(List.of(pair(3, 1), pair(1, 2), pair(2, -1), pair(2, 0)), tensors);
  }

  @Test
  void manyThreadsMayRunAtOnce() {
    Executable executable = Interpreter.prepare(subtractAndRectify());
    List<Tensor> results =
        IntStream.range(0, 1000)
            .parallel()
            .mapToObj(i -> executable.run(List.of(pair(i, i))).getFirst())
            .toList();
    for (int i = 2; i < 1000; i++) {
      assertEquals(pair(i - 1, i - 2), results.get(i));
    }
  }

  @Test
  void whatDependsOnConstantsAloneIsComputedWhenPrepared() {
    FuncOp f = OpRunner.newFunction(List.of());
    OpBuilder builder = OpRunner.builder(f);
    TensorType quantized = PAIR.withElementType(UniformQuantizedType.of(StorageType.I8, 0.5f, 1));
    Tensor stored = Tensor.of(Shape.of(2), (byte) 3, (byte) -1);
    Value c =
        ConstantOp.create(builder, HERE, DenseElementsAttr.of(stored), quantized)
            .operation()
            .result();
    Operation dcast = DequantizeCastOp.create(builder, HERE, c, PAIR).operation();
    OpRunner.finish(f, dcast);
    assertEquals(Optional.of(pair(1, -1)), Constants.evaluate(dcast.result()));
    Executable executable = Interpreter.prepare(f);
    Tensor first = executable.run(List.of()).getFirst();
    assertEquals(pair(1, -1), first);
    org.junit.jupiter.api.Assertions.assertSame(first, executable.run(List.of()).getFirst());
  }

  @Test
  void constantsOfManyPathsAreEvaluatedOnce() {
    // Each sum has two paths to the one before it: 2^60 from the last to the first.
    FuncOp f = OpRunner.newFunction(List.of());
    OpBuilder builder = OpRunner.builder(f);
    Value sum = ConstantOp.create(builder, HERE, pair(1, 0)).operation().result();
    for (int i = 0; i < 60; i++) {
      sum = AddOp.create(builder, HERE, sum, sum, Activation.NONE).operation().result();
    }
    assertEquals(Optional.of(pair(0x1p60f, 0)), Constants.evaluate(sum));
  }

  @Test
  void whatDependsOnAnArgumentIsNoConstant() {
    FuncOp f = subtractAndRectify();
    assertEquals(Optional.empty(), Constants.evaluate(f.returnOp().operand(0)));
  }

  private static FuncOp caller(FuncOp callee, String name) {
    ModuleOp module = new ModuleOp(callee.operation().parentOp().orElseThrow());
    FuncOp g =
        FuncOp.create(
            HERE,
            "g",
            org.qopt.ir.type.FunctionType.of(List.of(PAIR), List.of(PAIR)),
            List.of(HERE));
    module.body().append(g.operation());
    Operation call =
        OpRunner.builder(g)
            .create(
                OperationState.of(CallOp.DEF, HERE)
                    .addOperands(g.arguments())
                    .addResult(PAIR)
                    .set("callee", SymbolRefAttr.of(name)));
    return OpRunner.finish(g, call);
  }

  @Test
  void aCallRunsTheFunctionThatItNames() {
    Executable g = Interpreter.prepare(caller(subtractAndRectify(), "f"));
    List<Tensor> seen = new ArrayList<>();
    assertEquals(
        pair(2, 0), g.run(List.of(pair(3, 1)), (_, tensor) -> seen.add(tensor)).getFirst());
    assertEquals(6, seen.size());
  }

  @Test
  void callsOfNothingAndOfItselfAreRefused() {
    assertFault("'func.call' op calls unknown function @h", caller(subtractAndRectify(), "h"));
    assertFault("function @g calls itself; cannot run it", caller(subtractAndRectify(), "g"));
  }

  @Test
  void anOperationWithoutAKernelIsRefused() {
    FuncOp f = OpRunner.newFunction(List.of(PAIR));
    Operation op =
        OpRunner.builder(f)
            .create(
                OperationState.of("other.op", Optional.empty(), HERE)
                    .addOperands(f.arguments())
                    .addResult(PAIR)
                    .set("a", new StringAttr("b")));
    assertFault("'other.op' op cannot be run: it has no kernel", OpRunner.finish(f, op));
  }

  @Test
  void inputsMustFitTheArguments() {
    FuncOp f = subtractAndRectify();
    assertFault("function @f expects 1 inputs, but got 0", f);
    assertFault(
        "expected input #0 of type tensor<2xf32>, but got tensor<3xf32>",
        f,
        Tensor.of(Shape.of(3), 1f, 2f, 3f));
    assertFault(
        "expected input #0 of type tensor<2xf32>, but got tensor<2xi32>",
        f,
        Tensor.of(Shape.of(2), 1, 2));
  }

  @Test
  void dimensionsThatDoNotFitAtRunTimeAreReportedAtTheOperation() {
    FuncOp f = OpRunner.newFunction(List.of(TensorType.of(FloatType.F32, Shape.DYNAMIC)));
    Operation reshape =
        ReshapeOp.create(OpRunner.builder(f), HERE, f.arguments().getFirst(), 2, -1).operation();
    OpRunner.finish(f, reshape);
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> Interpreter.prepare(f).run(List.of(Tensor.of(Shape.of(3), 1f, 2f, 3f))));
    assertEquals(
        "'nn.reshape' op expected a shape of as many elements as [3], but got [2, -1]",
        e.getMessage());
    assertEquals(HERE, e.diagnostics().getFirst().location());
    assertEquals(1, e.diagnostics().size());
  }
}
