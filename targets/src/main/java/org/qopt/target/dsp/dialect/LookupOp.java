package org.qopt.target.dsp.dialect;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dsp.numerics.FunctionTable;
import org.qopt.target.dsp.numerics.Interpolation;

/** {@code dsp.lookup}: a function of one variable as a table, with lines between its values. */
public final class LookupOp {
  /** The name of the table. */
  public static final String TABLE = "table";

  /** The name of the exponent of the table's values. */
  public static final String TABLE_EXPONENT = "table_exponent";

  /** The name of the exponent that the input is rounded to. */
  public static final String INPUT_EXPONENT = "input_exponent";

  /** The name of the function. */
  public static final String FUNCTION = "function";

  /** The name of alpha in {@code max(0, min(1, alpha * x + beta))}. */
  public static final String ALPHA = "alpha";

  /** The name of beta in {@code max(0, min(1, alpha * x + beta))}. */
  public static final String BETA = "beta";

  /** The name of the function that takes {@link #ALPHA} and {@link #BETA}. */
  public static final String HARD_SIGMOID = "hard_sigmoid";

  private static final String INPUT_SHIFT = "input_shift";

  /** The right shifts to the table's input, and from what is computed to the result. */
  public static final Derivation DERIVATION =
      new Derivation(
          List.of(INPUT_SHIFT, DspAttributes.SHIFT),
          (operands, result, attributes) ->
              Map.of(
                  INPUT_SHIFT,
                  DspAttributes.i32(
                      DspAttributes.integer(attributes, INPUT_EXPONENT)
                          - DspTypes.exponent(operands.get(0), 0)),
                  DspAttributes.SHIFT,
                  DspAttributes.i32(
                      DspTypes.exponent(result, 0)
                          - DspAttributes.integer(attributes, TABLE_EXPONENT)
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
              `table_exponent - 7`, shifted right by 'shift', or to the exponents that follow. The table \
              is that of 'function', of which a hard_sigmoid has 'alpha' and 'beta' as \
              `array<i32: mantissa, exponent>`.""")
          .operand("x", DspTypes.VALUE)
          .attribute(FUNCTION, Attributes.oneOf(Set.of("sigmoid", "tanh", HARD_SIGMOID)))
          .optionalAttribute(ALPHA, ExactFloat.CONSTRAINT)
          .optionalAttribute(BETA, ExactFloat.CONSTRAINT)
          .attribute(TABLE, ENTRIES)
          .attribute(TABLE_EXPONENT, DspAttributes.EXPONENT)
          .attribute(INPUT_EXPONENT, DspAttributes.EXPONENT)
          .optionalAttribute(INPUT_SHIFT, DspAttributes.I32)
          .optionalAttribute(DspAttributes.SHIFT, DspAttributes.I32)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .clause(Derivation.TEXT, DERIVATION.clause())
          .clause("the table and its exponents are those of 'function'", LookupOp::table)
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

  private static Optional<String> table(Operation op) {
    Optional<DenseIntArrayAttr> alpha = op.attribute(ALPHA, DenseIntArrayAttr.class);
    Optional<DenseIntArrayAttr> beta = op.attribute(BETA, DenseIntArrayAttr.class);
    String function = op.required(FUNCTION, StringAttr.class).value();
    boolean sloped = function.equals(HARD_SIGMOID);
    if (alpha.isPresent() != sloped || beta.isPresent() != sloped) {
      return Optional.of(
          "expected 'alpha' and 'beta' of a hard_sigmoid and of nothing else, but got '%s' with %s"
              .formatted(
                  function, alpha.isPresent() || beta.isPresent() ? "some" : "none of them"));
    }
    Interpolation expected =
        switch (function) {
          case "sigmoid" -> FunctionTable.sigmoid();
          case "tanh" -> FunctionTable.tanh();
          default ->
              FunctionTable.hardSigmoid(
                  ExactFloat.value(alpha.orElseThrow()), ExactFloat.value(beta.orElseThrow()));
        };
    Interpolation found = of(op);
    if (expected.inputExponent() != found.inputExponent()
        || expected.tableExponent() != found.tableExponent()) {
      return Optional.of(
          "expected 'input_exponent' = %d and 'table_exponent' = %d, but got %d and %d"
              .formatted(
                  expected.inputExponent(),
                  expected.tableExponent(),
                  found.inputExponent(),
                  found.tableExponent()));
    }
    int entry = Arrays.mismatch(expected.table(), found.table());
    return entry < 0
        ? Optional.empty()
        : Optional.of(
            "expected entry %d of the table to be %d, but got %d"
                .formatted(entry, expected.table()[entry], found.table()[entry]));
  }

  private static Interpolation of(Operation op) {
    return new Interpolation(
        DspAttributes.integers(op, TABLE),
        DspAttributes.integer(op, INPUT_EXPONENT),
        DspAttributes.integer(op, TABLE_EXPONENT));
  }
}
