package org.qopt.passes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;

/** Programs for tests: read from text, run, printed. */
public final class Programs {
  /** All dialects on the class path. */
  public static final Dialects DIALECTS = Dialects.load();

  private static final long DYNAMIC_SIZE = 3;

  private Programs() {}

  /** {@return the module in {@code text}, verified} */
  public static Operation parse(String text) {
    Operation module = QirReader.read(text, "test.qir", DIALECTS, ReadOptions.STRICT).module();
    assertValid(module);
    return module;
  }

  /** {@return the module in {@code text}, with operations that need not be known, verified} */
  public static Operation parseUnregistered(String text) {
    Operation module =
        QirReader.read(text, "test.qir", DIALECTS, ReadOptions.ALLOW_UNREGISTERED).module();
    assertValid(module);
    return module;
  }

  /** Checks that a program is valid. */
  public static void assertValid(Operation module) {
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(module, diagnostics);
    assertEquals(List.of(), diagnostics.all(), () -> print(module));
  }

  /** {@return the pretty form without locations} */
  public static String print(Operation module) {
    return Printer.toText(module, PrintOptions.PRETTY);
  }

  /** {@return the pretty form with locations} */
  public static String printWithLocations(Operation module) {
    return Printer.toText(module, PrintOptions.PRETTY.withLocations(true));
  }

  /** {@return the first function} */
  public static FuncOp function(Operation module) {
    return new FuncOp(new ModuleOp(module).opsOf(FuncOp.DEF).getFirst());
  }

  /** {@return the names of the operations of the first function, without its return} */
  public static List<String> ops(Operation module) {
    List<String> names =
        new ArrayList<>(
            function(module).entry().operations().stream().map(Operation::name).toList());
    names.removeLast();
    return names;
  }

  /** {@return the result of {@code %y = ...}: what the first function returns first, by op name} */
  public static Operation returned(Operation module) {
    return function(module).returnOp().operand(0).definingOp().orElseThrow();
  }

  /** {@return what the first function computes of random inputs that {@code seed} determines} */
  public static List<Tensor> run(Operation module, long seed) {
    Random random = new Random(seed);
    List<Tensor> inputs = new ArrayList<>();
    for (BlockArgument argument : function(module).arguments()) {
      inputs.add(random(((TensorType) argument.type()).shape(), random));
    }
    return Interpreter.prepare(function(module)).run(inputs);
  }

  private static Tensor random(Shape type, Random random) {
    long[] dims = type.dims().toArray();
    for (int i = 0; i < dims.length; i++) {
      dims[i] = dims[i] == Shape.DYNAMIC ? DYNAMIC_SIZE : dims[i];
    }
    float[] values = new float[(int) Shape.of(dims).elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (4 * random.nextGaussian());
    }
    return Tensor.of(Shape.of(dims), values);
  }

  /** Checks that two lists of tensors agree to {@code tolerance}, relative above 1. */
  public static void assertClose(List<Tensor> expected, List<Tensor> actual, double tolerance) {
    assertEquals(expected.size(), actual.size());
    for (int t = 0; t < expected.size(); t++) {
      Tensor a = expected.get(t);
      Tensor b = actual.get(t);
      assertEquals(a.shape(), b.shape());
      for (long i = 0; i < a.size(); i++) {
        double bound = tolerance * Math.max(1, Math.abs(a.real(i)));
        long at = i;
        assertTrue(
            Math.abs(a.real(i) - b.real(i)) <= bound,
            () -> "element " + at + ": expected " + a.real(at) + ", got " + b.real(at));
      }
    }
  }
}
