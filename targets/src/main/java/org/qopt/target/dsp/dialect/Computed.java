package org.qopt.target.dsp.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Unpacking;
import org.qopt.dialect.bfp.Wide;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.target.dsp.numerics.ResultStage;

/** Kernels over exact numbers as the interpreter calls them. */
final class Computed {
  private Computed() {}

  /** Computes the numbers of the result from those of the operands. */
  @FunctionalInterface
  interface Function {
    /** {@return the numbers, in row-major order} */
    Wide apply(List<Wide> operands);
  }

  /** {@return the kernel that computes {@code function} and rounds to the type of the result} */
  static Kernel of(Operation operation, Function function) {
    ResultStage stage = stage(operation);
    List<Unpacking> inputs =
        operation.operandTypes().stream()
            .map(type -> new Unpacking(DspTypes.block(type), DspTypes.shape(type)))
            .toList();
    return operands -> {
      List<Wide> numbers = new ArrayList<>();
      for (int i = 0; i < inputs.size(); i++) {
        numbers.add(inputs.get(i).wide(operands.get(i)));
      }
      return List.of(stage.finish(function.apply(numbers)));
    };
  }

  /** {@return how exact numbers become the result} */
  static ResultStage stage(Operation operation) {
    return new ResultStage(
        DspTypes.block(operation.result().type()),
        DspTypes.shape(operation.result().type()),
        Clamps.of(operation));
  }

  /** {@return how bits of the result are dropped} */
  static BlockRounding rounding(Operation operation) {
    return DspTypes.block(operation.result().type()).rounding();
  }

  /**
   * {@return the kernel of an operation that moves numbers as {@code like} does; where exponents
   * are dynamic, blocks are formed anew of what was moved}
   */
  static Kernel moving(Operation operation, OpDef like) {
    Kernel move = like.kernel().orElseThrow().prepare(operation);
    return DspTypes.isStatic(operation)
        ? move
        : packing(operation, move.run(indices(operation)).getFirst().ints());
  }

  /**
   * {@return the kernel of an operation that moves numbers; where exponents are dynamic, blocks are
   * formed anew of what was moved}
   *
   * @param sources the element of the operands, one behind the other, that each of the result is
   */
  static Kernel moving(Operation operation, int[] sources) {
    if (!DspTypes.isStatic(operation)) {
      return packing(operation, sources);
    }
    return operands -> {
      int[] from = operands.getFirst().cast(ElementKind.I32).ints();
      int[] moved = Arrays.stream(sources).map(source -> from[source]).toArray();
      return List.of(
          Tensor.of(DspTypes.shape(operation.result().type()), moved)
              .cast(operands.getFirst().kind()));
    };
  }

  private static Kernel packing(Operation operation, int[] sources) {
    return of(
        operation,
        operands -> {
          Wide result = Wide.of(sources.length);
          for (int i = 0; i < sources.length; i++) {
            int operand = 0;
            int at = sources[i];
            while (at >= operands.get(operand).accumulators().length) {
              at -= operands.get(operand++).accumulators().length;
            }
            Wide from = operands.get(operand);
            result.set(i, from.accumulators()[at], from.exponents()[at]);
          }
          return result;
        });
  }

  /** Numbers the elements of all operands, one after the other. */
  private static List<Tensor> indices(Operation operation) {
    List<Tensor> indices = new ArrayList<>();
    int next = 0;
    for (var type : operation.operandTypes()) {
      int[] numbers = new int[Math.toIntExact(DspTypes.shape(type).elements())];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = next++;
      }
      indices.add(Tensor.of(DspTypes.shape(type), numbers));
    }
    return indices;
  }
}
