package org.qopt.dialect.quant;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Type;

/**
 * {@code quant.scast}: takes stored integers for quantized numbers, or the reverse.
 *
 * @param operation the operation
 */
public record StorageCastOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("quant.scast")
          .summary("takes stored integers for quantized numbers, or the reverse")
          .description(
              """
              The bits stay as they are. One of operand and result is quantized, the other of signless \
              integers as wide as its storage.""")
          .example(
              """
              func.func @f(%i: tensor<4xi8>) -> tensor<4x!quant.uniform<i8:f32, 0.5:-3>> {
                %q = quant.scast %i : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
                return %q : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("input", CastRules.QUANTIZED.or(CastRules.INTEGER))
          .result("result", CastRules.QUANTIZED.or(CastRules.INTEGER))
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause("either the operand or the result is quantized", StorageCastOp::oneQuantized)
          .clause("the integer type is as wide as the storage", StorageCastOp::storage)
          .clause("per-axis parameters fit the tensor", StorageCastOp::perAxis)
          .kernel(StorageCastOp::kernel)
          .build();

  /** {@return a new operation whose result has type {@code result}, inserted} */
  public static StorageCastOp create(
      OpBuilder builder, Location location, Value input, Type result) {
    return new StorageCastOp(
        builder.create(DEF, location, List.of(input), DictionaryAttr.EMPTY, List.of(result)));
  }

  /** {@return the numbers} */
  public Value input() {
    return operation.operand(0);
  }

  private static boolean isQuantized(Type type) {
    return CastRules.QUANTIZED.accepts().test(type);
  }

  private static Optional<String> oneQuantized(Operation op) {
    Type from = op.operand(0).type();
    Type to = op.result().type();
    return isQuantized(from) != isQuantized(to)
        ? Optional.empty()
        : Optional.of(
            "expected one quantized type and one of integers, but got " + from + " and " + to);
  }

  private static Optional<String> storage(Operation op) {
    if (oneQuantized(op).isPresent()) {
      return Optional.empty();
    }
    Type from = op.operand(0).type();
    Type to = op.result().type();
    return isQuantized(from) ? CastRules.storage(from, to) : CastRules.storage(to, from);
  }

  private static Optional<String> perAxis(Operation op) {
    return CastRules.perAxis(op.operand(0).type()).or(() -> CastRules.perAxis(op.result().type()));
  }

  private static Kernel kernel(Operation op) {
    ElementKind kind = QuantizedTypes.storageKind(op.result().type()).orElseThrow();
    return operands -> List.of(operands.getFirst().cast(kind));
  }
}
