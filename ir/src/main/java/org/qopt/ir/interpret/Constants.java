package org.qopt.ir.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;

/** Values that do not depend on the inputs of a program. */
public final class Constants {
  // Bounds the recursion through chains of operations; in practice they are a few long.
  private static final int DEEPEST = 100;

  private Constants() {}

  /**
   * {@return the elements of {@code value} if it is a constant, or if pure operations compute it
   * from constants, such as the dequantization of weights}
   */
  public static Optional<Tensor> evaluate(Value value) {
    return evaluate(value, new HashMap<>(), 0);
  }

  private static Optional<Tensor> evaluate(
      Value value, Map<Value, Optional<Tensor>> known, int depth) {
    Optional<Tensor> before = known.get(value);
    if (before != null) {
      return before;
    }
    Optional<Tensor> constant = ConstantElements.of(value);
    if (constant.isEmpty() && value instanceof OpResult result && depth < DEEPEST) {
      constant = compute(result, known, depth);
    }
    known.put(value, constant);
    return constant;
  }

  private static Optional<Tensor> compute(
      OpResult result, Map<Value, Optional<Tensor>> known, int depth) {
    Operation op = result.owner();
    Optional<KernelFactory> kernel = op.def().flatMap(OpDef::kernel);
    if (kernel.isEmpty() || !op.has(Traits.PURE) || op.operandCount() == 0) {
      return Optional.empty();
    }
    List<Tensor> operands = new ArrayList<>();
    for (Value operand : op.operands()) {
      Optional<Tensor> constant = evaluate(operand, known, depth + 1);
      if (constant.isEmpty()) {
        return Optional.empty();
      }
      operands.add(constant.get());
    }
    try {
      return Optional.of(kernel.get().prepare(op).run(operands).get(result.index()));
    } catch (InferenceException e) {
      // The fault shows again, with its place, when the operation itself runs.
      return Optional.empty();
    }
  }
}
