package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;

/**
 * The calls of operations that move elements as they are.
 *
 * @param type the type of the elements
 */
public record Moves(CType type) {
  private CKernel kernel(String name) {
    return new CKernel(CKernel.class, name, ImmutableMap.of("T", type.text()));
  }

  /** {@return the calls that move {@code boxes} to {@code result}} */
  public ImmutableList<CCall> calls(ImmutableList<Box> boxes, Value result) {
    return boxes.stream()
        .filter(box -> !box.isEmpty())
        .map(box -> call(box, result))
        .collect(ImmutableList.toImmutableList());
  }

  private CCall call(Box box, Value result) {
    Strided walk = box.walk();
    CArgument from = new CArgument.Elements(box.operand(), 0, box.from());
    CArgument to = new CArgument.Elements(result, 0, box.to());
    return walk.isRun()
        ? CCall.of(kernel("copy_$T"), from, to, CArgument.of(walk.dims()[0]))
        : CCall.of(
            kernel("move_$T"),
            from,
            Shapes.table("from_strides", walk.strides().get(0)),
            to,
            Shapes.table("to_strides", walk.strides().get(1)),
            Shapes.table("dims", walk.dims()),
            CArgument.of(walk.rank()));
  }

  /** {@return the calls of {@code transpose}} */
  public ImmutableList<CCall> transpose(Operation operation) {
    return calls(Box.transpose(operation), operation.result());
  }

  /** {@return the calls of {@code slice}} */
  public ImmutableList<CCall> slice(Operation operation) {
    return calls(Box.slice(operation), operation.result());
  }

  /** {@return the calls of {@code concat}} */
  public ImmutableList<CCall> concat(Operation operation) {
    return calls(Box.concat(operation), operation.result());
  }

  /** {@return the calls of {@code pad} with a given element} */
  public ImmutableList<CCall> pad(Operation operation, int value) {
    Value result = operation.result();
    CCall fill =
        CCall.of(
            kernel("fill_$T"),
            CArgument.of(result),
            CArgument.of(Shapes.size(Shapes.dims(result))),
            CArgument.of(value));
    return ImmutableList.<CCall>builder()
        .add(fill)
        .addAll(calls(Box.pad(operation), result))
        .build();
  }
}
