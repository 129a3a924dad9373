package org.qopt.target.dsp.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CKernel;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Shapes;
import org.qopt.target.c.Strided;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.dialect.LookupOp;
import org.qopt.target.dsp.dialect.SoftmaxOp;

/** The calls of operations that compute row by row. */
final class RowCalls {
  private RowCalls() {}

  private static ImmutableList<CCall> call(
      CKernel kernel, ImmutableList<CArgument> first, ImmutableList<CArgument> last) {
    return ImmutableList.of(
        new CCall(kernel, ImmutableList.<CArgument>builder().addAll(first).addAll(last).build()));
  }

  /**
   * The combination of both operands.
   *
   * @param combination {@code sum}, {@code difference} or {@code product}
   */
  static ImmutableList<CCall> elementwise(Operation operation, String combination) {
    Rows lhs = Rows.of(operation.operand(0));
    Rows rhs = Rows.of(operation.operand(1));
    int guard =
        operation.attribute(DspAttributes.GUARD).isPresent()
            ? DspAttributes.integer(operation, DspAttributes.GUARD)
            : 0;
    return call(
        Kernels.of(operation)
            .with("B", Kernels.bits(operation.operand(1).type()))
            .with("K", combination)
            .kernel("elementwise_$K_i$A_i$B_i$O_$Q"),
        ImmutableList.of(
            lhs.mantissas(),
            lhs.exponents(),
            lhs.operand("lhs"),
            rhs.mantissas(),
            rhs.exponents(),
            rhs.operand("rhs"),
            rows(operation),
            CArgument.of(guard)),
        Rows.target(operation, 2 * (lhs.width() + rhs.width())));
  }

  /** Which rows of the operands belong to a row of the result. */
  private static CArgument rows(Operation operation) {
    int[] result = Rows.outer(operation.result());
    Strided walk =
        Strided.of(
            result,
            Strided.repeated(Rows.outer(operation.operand(0)), result),
            Strided.repeated(Rows.outer(operation.operand(1)), result));
    // What the kernels of broadcasts take for a row is one row here.
    int rank = walk.rank() + 1;
    int[] dims = Arrays.copyOf(walk.dims(), rank);
    dims[rank - 1] = 1;
    return new CArgument.Structure(
        "shape",
        "broadcast",
        ImmutableMap.of(
            "rank", CArgument.of(rank),
            "dims", Shapes.table("dims", dims),
            "lhs_strides", Shapes.table("lhs_strides", Arrays.copyOf(walk.strides().get(0), rank)),
            "rhs_strides",
                Shapes.table("rhs_strides", Arrays.copyOf(walk.strides().get(1), rank))));
  }

  static ImmutableList<CCall> requantize(Operation operation) {
    Rows input = Rows.of(operation.operand(0));
    return call(
        Kernels.of(operation).kernel("requantize_i$A_i$O_$Q"),
        operand(input),
        Rows.target(operation, 0));
  }

  /** The operand of a kernel, and how many rows it has. */
  private static ImmutableList<CArgument> operand(Rows input) {
    return ImmutableList.of(
        input.mantissas(), input.exponents(), input.operand("operand"), CArgument.of(input.rows()));
  }

  private static ImmutableList<CArgument> operand(Rows input, CArgument... more) {
    return ImmutableList.<CArgument>builder().addAll(operand(input)).add(more).build();
  }

  static ImmutableList<CCall> lookup(Operation operation) {
    int[] table = DspAttributes.integers(operation, LookupOp.TABLE);
    return call(
        Kernels.of(operation).kernel("lookup_i$A_i$O_$Q"),
        operand(
            Rows.of(operation.operand(0)),
            new CArgument.Table("table", CTable.of(CType.I16, table)),
            integer(operation, LookupOp.TABLE_EXPONENT),
            integer(operation, LookupOp.INPUT_EXPONENT)),
        Rows.target(operation, 0));
  }

  static ImmutableList<CCall> softmax(Operation operation) {
    return call(
        Kernels.of(operation).kernel("softmax_i$A_i$O_$Q"),
        operand(
            Rows.of(operation.operand(0)),
            integer(operation, SoftmaxOp.MULTIPLIER),
            integer(operation, SoftmaxOp.MULTIPLIER_EXPONENT),
            integer(operation, DspAttributes.GUARD)),
        Rows.target(operation, 0));
  }

  /**
   * What is made of windows.
   *
   * @param kind {@code max} or {@code avg}
   */
  static ImmutableList<CCall> pool(Operation operation, String kind) {
    Rows input = Rows.of(operation.operand(0));
    return call(
        Kernels.of(operation).kernel(kind + "_pool2d_i$A_i$O_$Q"),
        ImmutableList.of(
            input.mantissas(),
            input.exponents(),
            input.operand("operand"),
            Shapes.window(operation, Spatial.of(operation, "kernel"), Spatial.ONE),
            integer(operation, DspAttributes.GUARD)),
        Rows.target(operation, 0));
  }

  static ImmutableList<CCall> mean(Operation operation) {
    Rows input = Rows.of(operation.operand(0));
    int results = Shapes.size(Shapes.dims(operation.result()));
    ImmutableList<CArgument> target = Rows.target(operation, 0);
    return call(
        Kernels.of(operation).kernel("mean_i$A_i$O_$Q"),
        operand(input, shape(operation, results), integer(operation, DspAttributes.GUARD)),
        ImmutableList.of(
            target.get(0),
            new CArgument.Scratch(CType.I64, 2 * (input.width() + results)),
            target.get(2),
            target.get(3)));
  }

  private static CArgument shape(Operation operation, int results) {
    int[] dims = Shapes.dims(operation.operand(0));
    boolean[] reduced =
        Axes.set(operation.required("axes", DenseIntArrayAttr.class).toInts(), dims.length);
    int[] strides = new int[dims.length];
    int stride = 1;
    int count = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = reduced[i] ? 0 : stride;
      stride *= reduced[i] ? 1 : dims[i];
      count *= reduced[i] ? dims[i] : 1;
    }
    boolean scalar = dims.length == 0;
    return new CArgument.Structure(
        "shape",
        "block_mean",
        ImmutableMap.of(
            "rank", CArgument.of(scalar ? 1 : dims.length),
            "dims", Shapes.table("dims", scalar ? new int[] {1} : dims),
            "strides", Shapes.table("strides", scalar ? new int[] {0} : strides),
            "count", CArgument.of(count),
            "results", CArgument.of(results)));
  }

  private static CArgument integer(Operation operation, String name) {
    return CArgument.of(DspAttributes.integer(operation, name));
  }
}
