package org.qopt.dialect.builtin;

import java.util.Optional;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;

/**
 * {@code builtin.unrealized_conversion_cast}: values of some types stand for values of others.
 *
 * @param operation the operation
 */
public record UnrealizedConversionCastOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("builtin.unrealized_conversion_cast")
          .summary("values of some types stand for values of others")
          .description(
              """
              What a conversion that is under way leaves between parts that it has reached and \
              others. It cannot be run: it must be gone when the conversion is done.""")
          .example(
              """
              func.func @f(%x: tensor<2xi8>) -> tensor<2xui8> {
                %y = builtin.unrealized_conversion_cast %x : tensor<2xi8> to tensor<2xui8>
                return %y : tensor<2xui8>
              }""")
          .variadicOperand("inputs", TypeConstraint.ANY)
          .variadicResult("outputs", TypeConstraint.ANY)
          .traits(Traits.PURE)
          .clause("it has a result", UnrealizedConversionCastOp::resultViolation)
          .build();

  private static Optional<String> resultViolation(Operation op) {
    return op.results().isEmpty()
        ? Optional.of("expected at least one result for cast operation, but got none")
        : Optional.empty();
  }
}
