package org.qopt.target.dsp.dialect;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.dsp.numerics.Resize;

/** {@code dsp.resize}: makes an image of another size of the pixels of one. */
public final class ResizeOp {
  /** The name of the row of the image that each row of the result is. */
  public static final String ROWS = "rows";

  /** The name of the column of the image that each column of the result is. */
  public static final String COLUMNS = "columns";

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.resize")
          .summary("makes an image of another size of the pixels of one")
          .description(
              """
              Pixel (y, x) of the result is pixel `(rows[y], columns[x])` of the image. Where exponents \
              are dynamic, the result is packed in its new blocks.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x1x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<1x4x2x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>> {
                %y = dsp.resize %x {columns = array<i32: 0, 0>, rows = array<i32: 0, 0, 1, 1>}
                    : tensor<1x4x2x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
                return %y : tensor<1x4x2x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>
              }""")
          .operand("x", DspTypes.IMAGE)
          .attribute(ROWS, DspAttributes.SHIFTS)
          .attribute(COLUMNS, DspAttributes.SHIFTS)
          .result("result", DspTypes.IMAGE)
          .traits(Traits.PURE)
          .clause("the result has a pixel for each of 'rows' and 'columns'", ResizeOp::shape)
          .clause("'rows' and 'columns' are those of the image", ResizeOp::inside)
          .clause(DspClauses.ONE_TYPE, TargetClauses::oneType)
          .kernel(
              op ->
                  Computed.moving(
                      op,
                      Resize.sources(
                          DspTypes.shape(op.operand(0).type()),
                          DspAttributes.integers(op, ROWS),
                          DspAttributes.integers(op, COLUMNS))))
          .build();

  private ResizeOp() {}

  private static Optional<String> shape(Operation op) {
    Shape image = DspTypes.shape(op.operand(0).type());
    Shape expected =
        Shape.of(
            image.dim(0),
            DspAttributes.integers(op, ROWS).length,
            DspAttributes.integers(op, COLUMNS).length,
            image.dim(3));
    Shape found = DspTypes.shape(op.result().type());
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of("expected shape [%s], but got [%s]".formatted(expected, found));
  }

  private static Optional<String> inside(Operation op) {
    Shape image = DspTypes.shape(op.operand(0).type());
    return inside(op, ROWS, image.size(1)).or(() -> inside(op, COLUMNS, image.size(2)));
  }

  private static Optional<String> inside(Operation op, String name, int size) {
    for (int index : DspAttributes.integers(op, name)) {
      if (index < 0 || index >= size) {
        return Optional.of(
            "expected '%s' from 0 to %d, but got %d".formatted(name, size - 1, index));
      }
    }
    return Optional.empty();
  }
}
