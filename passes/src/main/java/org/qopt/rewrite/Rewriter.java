package org.qopt.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.ir.Block;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;

/**
 * What patterns change a program through, so that whoever applies them knows what to look at again,
 * and can take back what was done.
 *
 * <p>The name of a value is its location's. A pattern that makes a value equal to one that it
 * replaces gives it that one's location first, and those of what it merges after it: see {@link
 * #fuse}.
 */
public class Rewriter {
  /** Is told of every change. */
  public interface Changes {
    /** An operation was inserted. */
    void inserted(Operation operation);

    /** An operation was changed in place, or takes other values than before. */
    void modified(Operation operation);

    /** An operation was taken out, with all that it holds. */
    void erased(Operation operation);

    /** These values have lost a use. */
    void released(Set<Value> values);
  }

  private final Operation root;
  private final Changes changes;

  /**
   * A rewriter for one application of a pattern.
   *
   * @param root the operation that is rewritten
   * @param changes is told of every change
   */
  protected Rewriter(Operation root, Changes changes) {
    this.root = root;
    this.changes = changes;
  }

  /** {@return the operation that is being rewritten} */
  protected final Operation root() {
    return root;
  }

  /** {@return a builder that inserts before the operation that is being rewritten} */
  public final OpBuilder builder() {
    return builderBefore(root);
  }

  /** {@return a builder that inserts before {@code operation}} */
  public final OpBuilder builderBefore(Operation operation) {
    return OpBuilder.before(operation).listenedToBy(changes::inserted);
  }

  /**
   * {@return the location of something that takes the place of {@code first} and has the others
   * merged into it}
   */
  public static Location fuse(Operation first, Operation... others) {
    return FusedLocation.of(
        Stream.concat(Stream.of(first), Stream.of(others)).map(Operation::location).toList());
  }

  /**
   * Replaces an operation by another that computes the same. The types of the results are what the
   * two say together; where a function returns a result, its old type stays.
   */
  public void replace(Operation operation, Operation replacement) {
    for (int i = 0; i < operation.results().size(); i++) {
      OpResult old = operation.result(i);
      OpResult result = replacement.result(i);
      if (!old.type().equals(result.type())) {
        boolean mayChange = old.users().stream().allMatch(user -> user.has(Traits.PURE));
        Type refined = TypeRefinement.of(old.type(), result.type()).orElse(old.type());
        result.setType(mayChange ? refined : old.type());
      }
    }
    replaceUses(operation, replacement.results());
    erase(operation);
  }

  /**
   * Replaces an operation by a value that exists and equals its only result. If the result is what
   * a function returns, the name of that output is kept.
   *
   * @throws IllegalArgumentException if the types differ
   */
  public final void replace(Operation operation, Value value) {
    replace(operation, List.of(value));
  }

  /**
   * Replaces an operation by values that exist and equal its results, each of the same type.
   *
   * @throws IllegalArgumentException if types differ
   */
  public void replace(Operation operation, List<? extends Value> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).type().equals(operation.result(i).type())) {
        throw new IllegalArgumentException(
            "%s of type %s is replaced by a value of type %s"
                .formatted(operation, operation.result(i).type(), values.get(i).type()));
      }
      OutputNames.keep(operation.result(i), values.get(i), this::modify);
    }
    replaceUses(operation, values);
    erase(operation);
  }

  private void replaceUses(Operation operation, List<? extends Value> values) {
    List<Operation> users = new ArrayList<>();
    for (OpResult result : operation.results()) {
      users.addAll(result.users());
    }
    operation.replaceAllUsesWith(values);
    for (Operation user : users) {
      changes.modified(user);
    }
  }

  /**
   * Removes an operation.
   *
   * @throws IllegalStateException if a result is still used
   */
  public void erase(Operation operation) {
    if (operation.hasUses()) {
      throw new IllegalStateException(operation.name() + " is erased while it is used");
    }
    Set<Value> operands = taken(operation);
    operation.erase();
    changes.erased(operation);
    changes.released(operands);
  }

  private static Set<Value> taken(Operation operation) {
    if (operation.regions().isEmpty()) {
      return operation.operandCount() == 1
          ? Set.of(operation.operand(0))
          : new LinkedHashSet<>(operation.operands());
    }
    Set<Value> operands = new LinkedHashSet<>();
    operation.walk(inner -> operands.addAll(inner.operands()));
    operands.removeIf(
        value -> value.block().flatMap(Block::parentOp).filter(operation::encloses).isPresent());
    return operands;
  }

  /** Changes an operation in place: its operands, attributes, location or result types. */
  public void modify(Operation operation, Runnable change) {
    Set<Value> before = new LinkedHashSet<>(operation.operands());
    change.run();
    before.removeAll(operation.operands());
    changes.modified(operation);
    changes.released(before);
  }
}
