package org.qopt.target.tpu.dialect;

import java.util.Arrays;
import java.util.Optional;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.dialect.TargetClauses;
import org.qopt.target.image.Nhwc;

/** {@code tpu.resize_nearest}: makes an image of pixels of another. */
public final class ResizeNearestOp {
  /** The name of the rows that are taken. */
  public static final String ROWS = "rows";

  /** The name of the columns that are taken. */
  public static final String COLUMNS = "columns";

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.resize_nearest")
          .summary("makes an image of pixels of another")
          .description(
              """
              Pixel y, x of the result is pixel `rows[y]`, `columns[x]` of the image, which stays as \
              it is. It is nn.resize of mode nearest.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x2x1x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x4x3x1x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.resize_nearest %x {columns = array<i64: 0, 0, 1>,
                    rows = array<i64: 0, 0, 1, 1>} : tensor<1x4x3x1x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<1x4x3x1x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("input", TpuTypes.IMAGE)
          .attribute(ROWS, NnAttributes.SIZES)
          .attribute(COLUMNS, NnAttributes.SIZES)
          .result("result", TpuTypes.IMAGE)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(ResizeNearestOp::shape))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .clause("rows and columns are those of the image", ResizeNearestOp::inside)
          .kernel(ResizeNearestOp::kernel)
          .build();

  private ResizeNearestOp() {}

  private static Shape shape(ShapeInput input) {
    Shape image = input.shape(0, 4);
    return Shape.of(
        image.dim(0), input.ints(ROWS).length, input.ints(COLUMNS).length, image.dim(3));
  }

  private static Optional<String> inside(Operation operation) {
    Nhwc image = Windows.image(operation.operand(0).type());
    return outside(ROWS, rows(operation), image.height())
        .or(() -> outside(COLUMNS, columns(operation), image.width()));
  }

  private static Optional<String> outside(String name, int[] indices, int size) {
    return Arrays.stream(indices)
        .filter(index -> index >= size)
        .mapToObj(
            index -> "expected '%s' of an image of %d, but got %d".formatted(name, size, index))
        .findFirst();
  }

  /** {@return the rows that are taken} */
  public static int[] rows(Operation operation) {
    return operation.required(ROWS, DenseIntArrayAttr.class).toInts();
  }

  /** {@return the columns that are taken} */
  public static int[] columns(Operation operation) {
    return operation.required(COLUMNS, DenseIntArrayAttr.class).toInts();
  }

  private static Kernel kernel(Operation operation) {
    Nhwc images = Windows.image(operation.operand(0).type());
    int[] rows = rows(operation);
    int[] columns = columns(operation);
    int size = Math.toIntExact(Scales.size(operation.result().type()));
    if (Shorts.in(operation)) {
      return Shorts.unary(
          operation,
          input -> {
            short[] output = new short[size];
            take(input, images, rows, columns, output);
            return output;
          });
    }
    return Bytes.unary(
        operation,
        input -> {
          byte[] output = new byte[size];
          take(input, images, rows, columns, output);
          return output;
        });
  }

  /** Takes pixels, between arrays of one kind. */
  private static void take(Object from, Nhwc images, int[] rows, int[] columns, Object to) {
    int channels = images.channels();
    int at = 0;
    for (int b = 0; b < images.batch(); b++) {
      for (int row : rows) {
        int line = (b * images.height() + row) * images.width();
        for (int column : columns) {
          System.arraycopy(from, (line + column) * channels, to, at, channels);
          at += channels;
        }
      }
    }
  }
}
