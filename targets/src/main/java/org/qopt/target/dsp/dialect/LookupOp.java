package org.qopt.target.dsp.dialect;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dsp.numerics.Interpolation;

/** {@code dsp.lookup}: a function of one variable as a table, with lines between its values. */
public final class LookupOp {
  /** The name of the table. */
  public static final String TABLE = "table";

  /** The name of the exponent of the table's values. */
  public static final String TABLE_EXPONENT = "table_exponent";

  /** The name of the exponent that the input is rounded to. */
  public static final String INPUT_EXPONENT = "input_exponent";

  private static final String INPUT_SHIFT = "input_shift";

  /** The right shifts to the table's input, and from what is computed to the result. */
  public static final Derivation DERIVATION =
      new Derivation(
          List.of(INPUT_SHIFT, DspAttributes.SHIFT),
          (operands, result, attributes) ->
              Map.of(
                  INPUT_SHIFT,
                  DspAttributes.i32(
                      integer(attributes, INPUT_EXPONENT) - DspTypes.exponent(operands.get(0), 0)),
                  DspAttributes.SHIFT,
                  DspAttributes.i32(
                      DspTypes.exponent(result, 0)
                          - integer(attributes, TABLE_EXPONENT)
                          + Interpolation.FRACTION)));

  private static final AttributeConstraint ENTRIES =
      new AttributeConstraint(
          "array<i16: ...> of 513 integers",
          a ->
              a instanceof DenseIntArrayAttr array
                  && array.elementType().equals(IntegerType.of(16))
                  && array.values().length() == Interpolation.ENTRIES
                  && array.values().stream().allMatch(v -> v == (short) v));

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.lookup")
          .summary("a function of one variable as a table, with lines between its values")
          .description(
              """
              The input is shifted right by 'input_shift', to the exponent 'input_exponent', and \
              saturated to 16 bits. With u that plus 32768, i its upper 9 bits and f its lower 7, the \
              result is `table[i] * 2^7 + (table[i + 1] - table[i]) * f`, of exponent \
              `table_exponent - 7`, shifted right by 'shift', or to the exponents that follow.""")
          .operand("x", DspTypes.VALUE)
          .attribute(TABLE, ENTRIES)
          .attribute(TABLE_EXPONENT, DspAttributes.EXPONENT)
          .attribute(INPUT_EXPONENT, DspAttributes.EXPONENT)
          .optionalAttribute(INPUT_SHIFT, DspAttributes.I32)
          .optionalAttribute(DspAttributes.SHIFT, DspAttributes.I32)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .clause(Derivation.TEXT, DERIVATION.clause())
          .kernel(
              op -> {
                Interpolation interpolation = of(op);
                return Computed.of(
                    op,
                    operands -> interpolation.execute(operands.getFirst(), Computed.rounding(op)));
              })
          .build();

  private LookupOp() {}

  /** {@return the attribute that holds a table} */
  public static DenseIntArrayAttr attribute(int[] table) {
    return new DenseIntArrayAttr(
        IntegerType.of(16),
        ImmutableLongArray.copyOf(Arrays.stream(table).asLongStream().toArray()));
  }

  private static int integer(DictionaryAttr attributes, String name) {
    return Math.toIntExact(((IntegerAttr) attributes.entries().get(name)).asLong());
  }

  private static Interpolation of(Operation op) {
    return new Interpolation(
        DspAttributes.integers(op, TABLE),
        DspAttributes.integer(op, INPUT_EXPONENT),
        DspAttributes.integer(op, TABLE_EXPONENT));
  }
}
