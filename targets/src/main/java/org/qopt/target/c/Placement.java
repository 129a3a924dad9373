package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Value;

/**
 * Where everything is: a value that is returned is computed in its output, others in the arena.
 *
 * @param places where the values are that own their elements
 * @param scratch where the scratch memory of calls begins, in bytes
 * @param arenaBytes how large the arena is
 */
record Placement(
    ImmutableMap<Value, Place> places, Map<CArgument.Scratch, Long> scratch, long arenaBytes) {
  /** {@return a placement for {@code function}} */
  static Placement of(FuncOp function, Steps steps, CLowering lowering) {
    Map<Value, Place> places = new HashMap<>();
    for (int i = 0; i < function.arguments().size(); i++) {
      places.put(function.arguments().get(i), new Place.Input(i));
    }
    steps.constants().keySet().forEach(value -> places.put(value, new Place.Constant()));
    List<Value> returned = function.returnOp().operands();
    for (int i = 0; i < returned.size(); i++) {
      places.putIfAbsent(steps.owner(returned.get(i)), new Place.Output(i));
    }
    return new Arena(steps, lowering, places).place();
  }

  /** Plans what is in no place yet. */
  private static final class Arena {
    private final Steps steps;
    private final CLowering lowering;
    private final Map<Value, Place> places;
    private final List<Interval> intervals = new ArrayList<>();
    private final Map<Value, Integer> values = new HashMap<>();
    private final Map<CArgument.Scratch, Integer> scratch = new IdentityHashMap<>();

    Arena(Steps steps, CLowering lowering, Map<Value, Place> places) {
      this.steps = steps;
      this.lowering = lowering;
      this.places = places;
    }

    Placement place() {
      Map<Value, Integer> lastUse = lastUses();
      for (int i = 0; i < steps.steps().size(); i++) {
        for (Value result : steps.steps().get(i).operation().results()) {
          if (!places.containsKey(result)) {
            values.put(result, intervals.size());
            int last = lastUse.getOrDefault(result, i);
            for (CPart part : lowering.parts(result.type())) {
              intervals.add(new Interval(Math.max(1, part.bytes()), i, last));
            }
          }
        }
        for (CCall call : steps.steps().get(i).calls()) {
          for (CArgument argument : call.arguments()) {
            if (argument instanceof CArgument.Scratch memory && !scratch.containsKey(memory)) {
              scratch.put(memory, intervals.size());
              long bytes = Math.max(1, (long) memory.length() * memory.type().bytes());
              intervals.add(new Interval(bytes, i, i));
            }
          }
        }
      }
      ArenaPlan plan = ArenaPlan.of(intervals);
      values.forEach((value, at) -> places.put(value, arena(value, at, plan)));
      Map<CArgument.Scratch, Long> offsets = new IdentityHashMap<>();
      scratch.forEach((memory, at) -> offsets.put(memory, plan.offsets().get(at)));
      return new Placement(ImmutableMap.copyOf(places), offsets, plan.bytes());
    }

    private Place arena(Value value, int at, ArenaPlan plan) {
      int parts = lowering.parts(value.type()).size();
      return new Place.Arena(ImmutableList.copyOf(plan.offsets().subList(at, at + parts)));
    }

    private Map<Value, Integer> lastUses() {
      Map<Value, Integer> lastUse = new HashMap<>();
      for (int i = 0; i < steps.steps().size(); i++) {
        for (Value operand : steps.steps().get(i).operation().operands()) {
          lastUse.put(steps.owner(operand), i);
        }
      }
      return lastUse;
    }
  }
}
