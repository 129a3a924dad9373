package org.qopt.ir.op;

import java.util.List;
import org.qopt.ir.type.Type;

/**
 * The result types of an operation as a pure function of what goes in. The builder, the verifier
 * and shape inference all call it, before or after verification, so it checks what it relies on.
 */
@FunctionalInterface
public interface TypeInference {
  /**
   * {@return the types of the results, as exact as the operands' types allow}
   *
   * @throws InferenceException if the operands do not fit together; the message says what was
   *     expected and what was found
   */
  List<Type> infer(InferenceInput input);
}
