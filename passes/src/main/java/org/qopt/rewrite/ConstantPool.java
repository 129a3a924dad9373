package org.qopt.rewrite;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.qopt.ir.Block;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.op.Traits;

/**
 * Keeps one constant of each kind, type and value for every region that is isolated from what is
 * around it: at the start of its entry block, where every operation of the region sees it. Serves
 * one walk over a program; the constants stand in the order in which that meets them.
 */
final class ConstantPool {
  private final Operation scope;
  private final Map<Region, SequencedMap<OperationKey, Operation>> kept = new IdentityHashMap<>();
  private final Map<Operation, Slot> slots = new IdentityHashMap<>();
  private boolean moved;

  private record Slot(Map<OperationKey, Operation> constants, OperationKey key) {}

  /** A pool for what {@code scope} holds. */
  ConstantPool(Operation scope) {
    this.scope = scope;
  }

  /**
   * {@return the constant that stands for {@code constant}, which the walk has come to: one that
   * equals it, or itself, moved to after those met before}
   */
  Operation met(Operation constant) {
    Region region = isolated(constant);
    SequencedMap<OperationKey, Operation> constants = constants(region);
    OperationKey key = OperationKey.of(constant);
    Operation first = constants.get(key);
    if (first != null) {
      return first;
    }
    Block entry = region.entry().orElseThrow();
    if (constants.isEmpty()) {
      moveBefore(constant, entry.first(), entry);
    } else {
      moveBefore(constant, constants.lastEntry().getValue().next(), entry);
    }
    constants.put(key, constant);
    slots.put(constant, new Slot(constants, key));
    return constant;
  }

  /**
   * {@return the constant that stands for {@code constant}, which was made by {@link #builderFor}:
   * one that equals it, or itself}
   */
  Operation made(Operation constant) {
    SequencedMap<OperationKey, Operation> constants = constants(isolated(constant));
    OperationKey key = OperationKey.of(constant);
    Operation first = constants.get(key);
    if (first != null) {
      return first;
    }
    constants.putFirst(key, constant);
    slots.put(constant, new Slot(constants, key));
    return constant;
  }

  /**
   * {@return a builder that inserts a constant that {@code operation} and all others may use:
   * before everything, since other constants may stand after them}
   */
  OpBuilder builderFor(Operation operation) {
    Block entry = isolated(operation).entry().orElseThrow();
    return entry.first().map(OpBuilder::before).orElseGet(() -> OpBuilder.atEndOf(entry));
  }

  /** {@return whether a constant had to leave its place} */
  boolean moved() {
    return moved;
  }

  /** Forgets an operation that is changed or erased. */
  void forget(Operation operation) {
    Slot slot = slots.remove(operation);
    if (slot != null) {
      slot.constants().remove(slot.key());
    }
  }

  private SequencedMap<OperationKey, Operation> constants(Region region) {
    return kept.computeIfAbsent(region, _ -> new LinkedHashMap<>());
  }

  private void moveBefore(Operation constant, Optional<Operation> anchor, Block entry) {
    if (anchor.isEmpty()) {
      constant.remove();
      entry.append(constant);
      moved = true;
    } else if (anchor.get() != constant) {
      constant.moveBefore(anchor.get());
      moved = true;
    }
  }

  private Region isolated(Operation operation) {
    Operation current = operation;
    while (true) {
      Region region = current.block().flatMap(Block::region).orElseThrow();
      Operation parent = region.parent();
      Optional<Block> around = parent.block();
      // What an unknown operation isolates is not known; to stay inside is always right.
      if (parent == scope
          || parent.def().isEmpty()
          || parent.has(Traits.ISOLATED_FROM_ABOVE)
          || around.isEmpty()) {
        return region;
      }
      current = parent;
    }
  }
}
