package org.qopt.target.c;

import com.google.common.collect.ImmutableMap;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.TensorType;

/** Shapes, as kernels of this package take them. */
public final class Shapes {
  private Shapes() {}

  /** {@return the dimensions of a static tensor} */
  public static int[] dims(Value value) {
    return ((TensorType) value.type()).shape().dims().stream().mapToInt(Math::toIntExact).toArray();
  }

  /** {@return the number of elements} */
  public static int size(int... dims) {
    int size = 1;
    for (int dim : dims) {
      size = Math.multiplyExact(size, dim);
    }
    return size;
  }

  /**
   * {@return the structure {@code broadcast} of an operation with two operands}: how they give its
   * result
   */
  public static CArgument broadcast(Operation operation) {
    return broadcast(
        dims(operation.operand(0)), dims(operation.operand(1)), dims(operation.result()));
  }

  /** {@return the structure {@code broadcast} of these shapes} */
  public static CArgument broadcast(int[] lhs, int[] rhs, int[] result) {
    Strided shape =
        Strided.of(result, Strided.repeated(lhs, result), Strided.repeated(rhs, result));
    return new CArgument.Structure(
        "shape",
        "broadcast",
        ImmutableMap.of(
            "rank", CArgument.of(shape.rank()),
            "dims", table("dims", shape.dims()),
            "lhs_strides", table("lhs_strides", shape.strides().get(0)),
            "rhs_strides", table("rhs_strides", shape.strides().get(1))));
  }

  /** {@return a constant array of 32-bit integers} */
  public static CArgument table(String role, int... values) {
    return new CArgument.Table(role, CTable.of(CType.I32, values));
  }

  /**
   * {@return the structure {@code window2d} of an operation that moves a window over its first
   * operand, an image}
   *
   * @param kernel the size of the window
   * @param dilations the distances between its positions
   */
  public static CArgument window(Operation operation, Spatial kernel, Spatial dilations) {
    int[] in = dims(operation.operand(0));
    int[] out = dims(operation.result());
    return window(
        in, out, kernel, Spatial.of(operation, "strides"), dilations, Padding.of(operation));
  }

  /** {@return the structure {@code window2d} of images of these shapes} */
  public static CArgument window(
      int[] in, int[] out, Spatial kernel, Spatial strides, Spatial dilations, Padding padding) {
    ImmutableMap.Builder<String, CArgument> fields = ImmutableMap.builder();
    return new CArgument.Structure(
        "window",
        "window2d",
        fields
            .put("batch", CArgument.of(in[0]))
            .put("in_height", CArgument.of(in[1]))
            .put("in_width", CArgument.of(in[2]))
            .put("in_channels", CArgument.of(in[3]))
            .put("out_height", CArgument.of(out[1]))
            .put("out_width", CArgument.of(out[2]))
            .put("out_channels", CArgument.of(out[3]))
            .put("kernel_height", CArgument.of(kernel.height()))
            .put("kernel_width", CArgument.of(kernel.width()))
            .put("stride_height", CArgument.of(strides.height()))
            .put("stride_width", CArgument.of(strides.width()))
            .put("dilation_height", CArgument.of(dilations.height()))
            .put("dilation_width", CArgument.of(dilations.width()))
            .put("pad_top", CArgument.of(padding.top()))
            .put("pad_left", CArgument.of(padding.left()))
            .buildOrThrow());
  }
}
