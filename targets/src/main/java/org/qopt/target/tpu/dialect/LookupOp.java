package org.qopt.target.tpu.dialect;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Map;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.FloatFunction;
import org.qopt.target.tpu.numerics.LookupTable;

/** {@code tpu.lookup}: a function of one variable as a table of its results. */
public final class LookupOp {
  /** The name of the table. */
  public static final String TABLE = "table";

  /** The name of the function that it holds. */
  public static final String FUNCTION = "function";

  /** The functions that there are. */
  public static final ImmutableMap<String, FloatFunction> FUNCTIONS =
      ImmutableMap.of("logistic", FloatFunction.LOGISTIC, "tanh", FloatFunction.TANH);

  /** What follows from the types and the function. */
  public static final Derivation DERIVATION =
      (operands, result, attributes) -> {
        TpuClauses.requireBytes(Scales.bits(result, operands.get(0)));
        String function = ((StringAttr) attributes.entries().get(FUNCTION)).value();
        LookupTable table =
            LookupTable.of(
                FUNCTIONS.get(function),
                Scales.scale(operands.get(0)),
                Scales.zeroPoint(operands.get(0)),
                Scales.scale(result),
                Scales.zeroPoint(result));
        return Map.of(TABLE, attribute(table));
      };

  private static final AttributeConstraint ENTRIES =
      new AttributeConstraint(
          "array<i8: ...> of 256 integers",
          a ->
              a instanceof DenseIntArrayAttr array
                  && array.elementType().equals(IntegerType.I8)
                  && array.values().length() == 256
                  && array.values().stream().allMatch(v -> v == (byte) v));

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.lookup")
          .summary("a function of one variable as a table of its results")
          .description(
              "`table[x + 128]`, element by element. The table holds 'function' of the real number"
                  + " that each byte stands for, built in f32.")
          .operand("x", TpuTypes.TENSOR)
          .attribute(FUNCTION, Attributes.oneOf(FUNCTIONS.keySet()))
          .attribute(TABLE, ENTRIES)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::same))
          .clause("the table follows from the function and the types", DERIVATION.clause())
          .kernel(op -> Bytes.unary(op, table(op)::execute))
          .build();

  private LookupOp() {}

  private static DenseIntArrayAttr attribute(LookupTable table) {
    ImmutableLongArray.Builder values = ImmutableLongArray.builder(256);
    for (byte entry : table.entries()) {
      values.add(entry);
    }
    return new DenseIntArrayAttr(IntegerType.I8, values.build());
  }

  static LookupTable table(Operation operation) {
    byte[] entries = new byte[256];
    int[] values = operation.required(TABLE, DenseIntArrayAttr.class).toInts();
    for (int i = 0; i < entries.length; i++) {
      entries[i] = (byte) values[i];
    }
    return LookupTable.of(entries);
  }
}
