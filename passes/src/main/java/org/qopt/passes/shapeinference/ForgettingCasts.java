package org.qopt.passes.shapeinference;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.CastOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.type.Type;

/** Casts to the same elements, which forget dimensions where values of several shapes meet. */
final class ForgettingCasts {
  private ForgettingCasts() {}

  /** Makes an operand be of type {@code expected}, of which as much or less is known. */
  static void match(Operation user, int index, Type expected) {
    Value operand = user.operand(index);
    if (operand.type().equals(expected)) {
      return;
    }
    Optional<Operation> cast =
        operand.definingOp().filter(op -> op.is(CastOp.DEF) && operand.hasOneUse());
    if (cast.isPresent()) {
      operand.setType(expected);
      return;
    }
    Operation forget =
        OpBuilder.before(user)
            .create(
                CastOp.DEF,
                user.location(),
                List.of(operand),
                DictionaryAttr.EMPTY,
                List.of(expected));
    user.setOperand(index, forget.result());
  }
}
