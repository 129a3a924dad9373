package org.qopt.target.dsp.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.ir.Operation;
import org.qopt.target.c.Box;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CKernel;
import org.qopt.target.c.CType;
import org.qopt.target.c.Moves;
import org.qopt.target.c.Shapes;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.dialect.PadOp;
import org.qopt.target.dsp.dialect.ResizeOp;

/**
 * The calls of operations that move numbers: where exponents are in the types, mantissas move as
 * they are; else numbers move to where they are packed anew.
 */
final class MoveCalls {
  private MoveCalls() {}

  static ImmutableList<CCall> move(Operation operation, ImmutableList<Box> boxes) {
    if (DspTypes.isStatic(operation)) {
      return moves(operation).calls(boxes, operation.result());
    }
    CArgument numbers = numbers(operation);
    return ImmutableList.<CCall>builder()
        .addAll(boxes.stream().map(box -> numbers(operation, box, numbers)).toList())
        .add(pack(operation, numbers))
        .build();
  }

  static ImmutableList<CCall> pad(Operation operation) {
    int value = DspAttributes.integer(operation, PadOp.VALUE);
    if (DspTypes.isStatic(operation)) {
      return moves(operation).pad(operation, value);
    }
    CArgument numbers = numbers(operation);
    CCall fill =
        CCall.of(
            Kernels.of(operation).kernel("fill_numbers"),
            CArgument.of(value),
            CArgument.of(DspAttributes.integer(operation, PadOp.VALUE_EXPONENT)),
            CArgument.of(total(operation)),
            numbers);
    return ImmutableList.<CCall>builder()
        .add(fill)
        .addAll(Box.pad(operation).stream().map(box -> numbers(operation, box, numbers)).toList())
        .add(pack(operation, numbers))
        .build();
  }

  static ImmutableList<CCall> resize(Operation operation) {
    if (DspTypes.isStatic(operation)) {
      return ImmutableList.of(
          CCall.of(
              new CKernel(Kernels.class, "resize_$T", ImmutableMap.of("T", type(operation).text())),
              CArgument.of(operation.operand(0)),
              image(operation),
              CArgument.of(operation.result())));
    }
    CArgument numbers = numbers(operation);
    Rows rows = Rows.of(operation.operand(0));
    return ImmutableList.of(
        CCall.of(
            Kernels.of(operation).kernel("resize_numbers_i$A"),
            rows.mantissas(),
            rows.exponents(),
            rows.operand("operand"),
            image(operation),
            CArgument.of(total(operation)),
            numbers),
        pack(operation, numbers));
  }

  private static CArgument image(Operation operation) {
    int[] dims = Shapes.dims(operation.operand(0));
    int[] rows = DspAttributes.integers(operation, ResizeOp.ROWS);
    int[] columns = DspAttributes.integers(operation, ResizeOp.COLUMNS);
    return new CArgument.Structure(
        "image",
        "resized_image",
        ImmutableMap.<String, CArgument>builder()
            .put("batch", CArgument.of(dims[0]))
            .put("in_height", CArgument.of(dims[1]))
            .put("in_width", CArgument.of(dims[2]))
            .put("channels", CArgument.of(dims[3]))
            .put("out_height", CArgument.of(rows.length))
            .put("out_width", CArgument.of(columns.length))
            .put("rows", Shapes.table("rows", rows))
            .put("columns", Shapes.table("columns", columns))
            .buildOrThrow());
  }

  private static CType type(Operation operation) {
    return CType.of(DspTypes.block(operation.result().type()).storage()).orElseThrow();
  }

  private static Moves moves(Operation operation) {
    return new Moves(type(operation));
  }

  private static int total(Operation operation) {
    return Shapes.size(Shapes.dims(operation.result()));
  }

  /** Memory for all numbers of the result. */
  private static CArgument numbers(Operation operation) {
    return new CArgument.Scratch(CType.I64, 2 * total(operation));
  }

  private static CCall numbers(Operation operation, Box box, CArgument numbers) {
    Rows rows = Rows.of(box.operand());
    return CCall.of(
        Kernels.of(operation).kernel("move_numbers_i$A"),
        rows.mantissas(),
        rows.exponents(),
        rows.operand("operand"),
        new CArgument.Structure(
            "box",
            "number_box",
            ImmutableMap.<String, CArgument>builder()
                .put("rank", CArgument.of(box.walk().rank()))
                .put("length", CArgument.of(Shapes.size(box.walk().dims())))
                .put("dims", Shapes.table("dims", box.walk().dims()))
                .put("from", CArgument.of(box.from()))
                .put("from_strides", Shapes.table("from_strides", box.walk().strides().get(0)))
                .put("to", CArgument.of(box.to()))
                .put("to_strides", Shapes.table("to_strides", box.walk().strides().get(1)))
                .buildOrThrow()),
        CArgument.of(total(operation)),
        numbers);
  }

  private static CCall pack(Operation operation, CArgument numbers) {
    Rows result = Rows.of(operation.result());
    return CCall.of(
        Kernels.of(operation).kernel("pack_numbers_i$O_$Q"),
        numbers,
        CArgument.of(result.rows()),
        result.result(operation),
        result.mantissas(),
        result.resultExponents());
  }
}
