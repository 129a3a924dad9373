package org.example.plugin;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;

/**
 * {@code example.table}: what the hardware can do. The types of its results do not follow from its
 * operands, so it has no inference: who makes one says them.
 *
 * @param operation the operation
 */
public record TableOp(Operation operation) implements OpView {
  /** How many bytes there are. */
  static final int ENTRIES = 256;

  private static final TypeConstraint BYTES =
      new TypeConstraint(
          "tensor of i8 with one scale and zero point",
          type ->
              QuantizedTypes.uniform(type)
                  .filter(t -> t.storage().equals(StorageType.I8))
                  .isPresent());

  private static final AttributeConstraint TABLE =
      new AttributeConstraint(
          "array<i8: ...>",
          a -> a instanceof DenseIntArrayAttr t && t.elementType().equals(IntegerType.I8));

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("example.table")
          .summary("looks each byte up")
          .description("Byte `x` becomes entry `x + 128` of 'table'.")
          .operand("x", BYTES)
          .attribute("table", TABLE)
          .result("result", BYTES)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause("'table' has 256 entries", op -> sizeFault(new TableOp(op).table()))
          .kernel(TableOp::kernel)
          .build();

  /** {@return the entries} */
  public int[] table() {
    return operation.required("table", DenseIntArrayAttr.class).toInts();
  }

  private static Optional<String> sizeFault(int[] table) {
    return table.length == ENTRIES
        ? Optional.empty()
        : Optional.of("expected " + ENTRIES + " entries, but got " + table.length);
  }

  private static Kernel kernel(Operation operation) {
    int[] table = new TableOp(operation).table();
    return operands -> {
      Tensor x = operands.getFirst();
      byte[] result = x.bytes().clone();
      for (int i = 0; i < result.length; i++) {
        result[i] = (byte) table[result[i] - Byte.MIN_VALUE];
      }
      return List.of(Tensor.of(x.shape(), result));
    };
  }
}
