package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.qopt.dialect.rewrite.CreateOp;
import org.qopt.dialect.rewrite.EraseOp;
import org.qopt.dialect.rewrite.Handle;
import org.qopt.dialect.rewrite.PatternOp;
import org.qopt.dialect.rewrite.ReplaceOp;
import org.qopt.dialect.rewrite.ResultOp;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;

/** Makes what a pattern does of what it says. */
record ChangesBuilder(Slots slots, Dialects dialects) {
  Changes build(PatternOp pattern) {
    ImmutableList.Builder<NewOperation> created = ImmutableList.builder();
    ImmutableList.Builder<Replacement> replaced = ImmutableList.builder();
    ImmutableList.Builder<Integer> erased = ImmutableList.builder();
    for (Operation operation : pattern.body()) {
      if (operation.is(CreateOp.DEF)) {
        created.add(created(new CreateOp(operation)));
      } else if (operation.is(ReplaceOp.DEF)) {
        replaced.add(replacement(operation));
      } else if (operation.is(EraseOp.DEF)) {
        erased.add(slots.of(operation.operand(0)));
      }
    }
    return new Changes(created.build(), replaced.build(), erased.build());
  }

  private NewOperation created(CreateOp create) {
    List<Value> operands = create.operation().operands();
    List<Integer> attributes = ofKind(operands, Handle.ATTRIBUTE);
    ImmutableMap.Builder<String, Integer> byName = ImmutableMap.builder();
    for (int i = 0; i < attributes.size(); i++) {
      byName.put(create.names().get(i), attributes.get(i));
    }
    ImmutableMap.Builder<Integer, Integer> results = ImmutableMap.builder();
    create.operation().result().users().stream()
        .filter(user -> user.is(ResultOp.DEF))
        .forEach(user -> results.put(slots.of(user.result()), new ResultOp(user).index()));
    return new NewOperation(
        slots.of(create.operation().result()),
        create.name(),
        dialects.op(create.name()),
        ofKind(operands, Handle.OP, Handle.VALUE),
        byName.buildOrThrow(),
        create.attributes(),
        ofKind(operands, Handle.TYPE),
        results.buildOrThrow());
  }

  private ImmutableList<Integer> ofKind(List<Value> values, Handle... kinds) {
    List<Handle> wanted = List.of(kinds);
    return values.stream()
        .filter(value -> wanted.contains((Handle) value.type()))
        .map(slots::of)
        .collect(ImmutableList.toImmutableList());
  }

  private Replacement replacement(Operation replace) {
    List<Value> values = replace.operands().subList(1, replace.operandCount());
    boolean byNew =
        values.size() == 1
            && values.getFirst().definingOp().filter(op -> op.is(CreateOp.DEF)).isPresent();
    return new Replacement(
        slots.of(replace.operand(0)),
        values.stream().map(slots::of).collect(ImmutableList.toImmutableList()),
        byNew);
  }
}
