package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.nn.DynamicReshapeOp;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.ir.verify.Verifier;

/** The example of every definition is what it claims to be. */
class DefinitionExamplesTest {
  private static final Dialects DIALECTS = Dialects.load();

  static Stream<OpDef> definitions() {
    return DIALECTS.ops().values().stream();
  }

  // The shape operand of dynamic_reshape has to fit the other, so it cannot be made up.
  static Stream<OpDef> runnable() {
    return definitions().filter(def -> def.kernel().isPresent() && def != DynamicReshapeOp.DEF);
  }

  private static Operation read(String text) {
    return QirReader.read(text, "example.qir", DIALECTS, ReadOptions.STRICT).module();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void anExampleIsValidAndShowsItsOperation(OpDef def) {
    Operation module = read(def.example());
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(module, diagnostics);
    assertEquals(List.of(), diagnostics.all());
    List<Operation> shown = new ArrayList<>();
    module.walk(op -> shown.addAll(op.is(def) ? List.of(op) : List.of()));
    assertTrue(!shown.isEmpty(), () -> "no " + def + " in its example");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void bothFormsAreReadBackAsTheyWereWritten(OpDef def) {
    String pretty = Printer.toText(read(def.example()), PrintOptions.PRETTY);
    String generic = Printer.toText(read(def.example()), PrintOptions.GENERIC);
    assertEquals(pretty, Printer.toText(read(pretty), PrintOptions.PRETTY));
    assertEquals(generic, Printer.toText(read(generic), PrintOptions.GENERIC));
    assertEquals(pretty, Printer.toText(read(generic), PrintOptions.PRETTY));
  }

  @ParameterizedTest
  @MethodSource("runnable")
  void anExampleRuns(OpDef def) {
    FuncOp function = new FuncOp(new ModuleOp(read(def.example())).opsOf(FuncOp.DEF).getFirst());
    List<Tensor> inputs =
        function.type().inputs().stream().map(DefinitionExamplesTest::ones).toList();
    List<Tensor> results = Interpreter.prepare(function).run(inputs);
    assertEquals(function.type().results().size(), results.size());
  }

  private static Tensor ones(Type type) {
    TensorType tensor = (TensorType) type;
    Shape shape = tensor.shape();
    for (int i = 0; i < shape.rank(); i++) {
      shape = shape.isDynamic(i) ? shape.with(i, 2) : shape;
    }
    ElementKind kind = QuantizedTypes.storageKind(tensor).orElseThrow();
    return Tensor.splat(shape, Tensor.of(Shape.of(1), 1f).cast(kind));
  }
}
