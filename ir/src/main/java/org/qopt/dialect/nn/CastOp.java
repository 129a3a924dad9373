package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.kernel.MovementKernels;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.Type;

/**
 * {@code nn.cast}: converts the elements.
 *
 * @param operation the operation
 */
public record CastOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.cast")
          .summary("converts the elements")
          .description(
              """
              The result's element type decides: to floats rounds to the nearest, halves to even; \
              floats to integers truncates towards zero and saturates; integers to narrower ones \
              wraps; to i1 asks whether the element is other than 0.""")
          .example(
              """
              func.func @f(%x: tensor<1x4xi64>) -> tensor<1x4xf32> {
                %y = nn.cast %x : tensor<1x4xf32>
                return %y : tensor<1x4xf32>
              }""")
          .operand("x", NnTypes.NUMBERS)
          .result("result", NnTypes.NUMBERS)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .kernel(MovementKernels::cast)
          .build();

  /** {@return a new operation that converts to {@code elementType}, inserted} */
  public static CastOp create(OpBuilder builder, Location location, Value x, Type elementType) {
    Type result = ((ShapedType) x.type()).withElementType(elementType);
    return new CastOp(
        builder.create(DEF, location, List.of(x), DictionaryAttr.EMPTY, List.of(result)));
  }

  /** {@return what is converted} */
  public Value x() {
    return operation.operand(0);
  }
}
