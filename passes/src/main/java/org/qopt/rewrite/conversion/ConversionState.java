package org.qopt.rewrite.conversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.ir.Block;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operand;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.Rewriter;

/** Changes a program step by step, each with an entry in the journal that takes it back. */
final class ConversionState implements Rewriter.Changes {
  /**
   * A cast that stands for operations to be found when all is converted.
   *
   * @param use what it is for
   * @param types whose materializers are asked
   */
  record PendingCast(TypeConverter.Use use, Optional<TypeConverter> types) {}

  private final Journal journal = new Journal();

  /**
   * An operation that was worked on.
   *
   * @param operation the operation
   * @param made whether it is new, with all that it holds
   */
  record Touched(Operation operation, boolean made) {}

  private final List<Touched> touched = new ArrayList<>();
  private final Set<Operation> erased = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SequencedMap<Operation, PendingCast> casts = new LinkedHashMap<>();

  int mark() {
    return journal.mark();
  }

  void rollback(int mark) {
    journal.rollback(mark);
  }

  /** {@return how many operations were made or changed so far} */
  int touchedCount() {
    return touched.size();
  }

  /** {@return the operations made or changed since there were {@code from} of them} */
  List<Touched> touchedSince(int from) {
    return List.copyOf(touched.subList(from, touched.size()));
  }

  boolean isErased(Operation operation) {
    return erased.contains(operation);
  }

  SequencedMap<Operation, PendingCast> casts() {
    return casts;
  }

  /** {@return what the pending cast that gives {@code value} casts, if one does} */
  Optional<List<Value>> uncast(Value value) {
    return value.definingOp().filter(casts::containsKey).map(Operation::operands);
  }

  // ---- steps

  @Override
  public void inserted(Operation operation) {
    touched.add(new Touched(operation, true));
    journal.record(
        () -> {
          touched.removeLast();
          operation.erase();
        });
  }

  @Override
  public void modified(Operation operation) {
    touched.add(new Touched(operation, false));
    journal.record(touched::removeLast);
  }

  @Override
  public void erased(Operation operation) {}

  @Override
  public void released(Set<Value> values) {}

  void modify(Operation operation, Runnable change) {
    modifyQuietly(operation, change);
    modified(operation);
  }

  /** Changes what has no bearing on whether the operation is legal. */
  void modifyQuietly(Operation operation, Runnable change) {
    journal.record(OperationSnapshot.of(operation)::restore);
    change.run();
  }

  /**
   * Makes users of {@code from} use {@code to}. Uses are known by position: operands come and go.
   */
  void redirect(Value from, Value to) {
    List<Operand> uses = from.uses();
    List<Operation> owners = new ArrayList<>(uses.size());
    int[] positions = new int[uses.size()];
    for (Operand use : uses) {
      positions[owners.size()] = use.index();
      owners.add(use.owner());
      use.set(to);
    }
    journal.record(
        () -> {
          for (int i = positions.length - 1; i >= 0; i--) {
            owners.get(i).setOperand(positions[i], from);
          }
        });
  }

  void erase(Operation operation) {
    Block block = operation.block().orElseThrow();
    Optional<Operation> next = operation.next();
    List<Operation> gone = new ArrayList<>();
    List<List<Value>> operands = new ArrayList<>();
    operation.walk(
        inner -> {
          gone.add(inner);
          operands.add(inner.operands());
        });
    operation.erase();
    erased.addAll(gone);
    journal.record(
        () -> {
          insert(operation, block, next);
          for (int i = 0; i < gone.size(); i++) {
            gone.get(i).setOperands(operands.get(i));
            erased.remove(gone.get(i));
          }
        });
  }

  void moveBefore(Operation operation, Operation anchor) {
    Block block = operation.block().orElseThrow();
    Optional<Operation> next = operation.next();
    operation.moveBefore(anchor);
    journal.record(
        () -> {
          operation.remove();
          insert(operation, block, next);
        });
  }

  private static void insert(Operation operation, Block block, Optional<Operation> before) {
    before.map(OpBuilder::before).orElseGet(() -> OpBuilder.atEndOf(block)).insert(operation);
  }

  /** Makes the blocks of {@code region} the given ones, which are in it or in none. */
  void setBlocks(Region region, List<Block> blocks) {
    List<Block> before = List.copyOf(region.blocks());
    replaceBlocks(region, blocks);
    journal.record(() -> replaceBlocks(region, before));
  }

  private static void replaceBlocks(Region region, List<Block> blocks) {
    List.copyOf(region.blocks()).forEach(region::remove);
    blocks.forEach(region::add);
  }

  /** Takes back what {@code undo} undoes, when it comes to that. */
  void record(Runnable undo) {
    journal.record(undo);
  }

  // ---- casts

  /** {@return values of {@code types} that stand for {@code inputs} until all is converted} */
  List<? extends Value> cast(
      OpBuilder builder,
      PendingCast pending,
      List<? extends Value> inputs,
      List<? extends Type> types,
      Location location) {
    Operation cast =
        builder.create(
            UnrealizedConversionCastOp.DEF, location, inputs, DictionaryAttr.EMPTY, types);
    casts.put(cast, pending);
    journal.record(
        () -> {
          casts.remove(cast);
          cast.erase();
        });
    return cast.results();
  }

  /** Removes a pending cast that nobody uses. */
  void dropCast(Operation cast) {
    PendingCast pending = casts.remove(cast);
    journal.record(() -> casts.put(cast, pending));
    erase(cast);
  }

  /** Keeps a pending cast as an operation of the program. */
  void keepCast(Operation cast) {
    PendingCast pending = casts.remove(cast);
    journal.record(() -> casts.put(cast, pending));
  }
}
