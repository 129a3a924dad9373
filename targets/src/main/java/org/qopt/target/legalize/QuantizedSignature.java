package org.qopt.target.legalize;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;

/**
 * Moves the casts at a function's ends out of it: an argument that is only quantized becomes an
 * argument of the quantized type, and what is dequantized to be returned is returned as it is.
 */
public final class QuantizedSignature {
  private QuantizedSignature() {}

  /** Moves the casts at the ends of {@code function} out of it. */
  public static void apply(FuncOp function) {
    function.arguments().forEach(QuantizedSignature::quantize);
    Operation end = function.returnOp();
    for (int i = 0; i < end.operandCount(); i++) {
      Optional<Operation> cast = end.operand(i).definingOp().filter(Casts::isDequantize);
      if (cast.isPresent()) {
        end.setOperand(i, cast.get().operand(0));
      }
    }
    function.updateType();
  }

  private static void quantize(BlockArgument argument) {
    List<Operation> users = argument.users();
    boolean quantized =
        !users.isEmpty()
            && users.stream().allMatch(Casts::isQuantize)
            && users.stream().map(user -> user.result().type()).distinct().count() == 1;
    if (!quantized) {
      return;
    }
    argument.setType(users.getFirst().result().type());
    for (Operation user : users) {
      Value result = user.result();
      result.replaceAllUsesWith(argument);
      user.erase();
    }
  }
}
