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
 * What patterns change a program through, so that whoever applies them knows what to look at again.
 *
 * <p>The name of a value is its location's. A pattern that makes a value equal to one that it
 * replaces gives it that one's location first, and those of what it merges after it: see {@link
 * #fuse}.
 */
public final class Rewriter {
  /** Is told of every change. */
  interface Changes {
    void inserted(Operation operation);

    void modified(Operation operation);

    void erased(Operation operation);

    /** These values have lost a use. */
    void released(Set<Value> values);
  }

  private final Operation root;
  private final Changes changes;

  Rewriter(Operation root, Changes changes) {
    this.root = root;
    this.changes = changes;
  }

  /** {@return a builder that inserts before the operation that is being rewritten} */
  public OpBuilder builder() {
    return builderBefore(root);
  }

  /** {@return a builder that inserts before {@code operation}} */
  public OpBuilder builderBefore(Operation operation) {
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
      boolean mayChange = old.users().stream().allMatch(user -> user.has(Traits.PURE));
      Type refined = TypeRefinement.of(old.type(), result.type()).orElse(old.type());
      result.setType(mayChange ? refined : old.type());
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
  public void replace(Operation operation, Value value) {
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
      OutputNames.keep(operation.result(i), values.get(i));
    }
    replaceUses(operation, values);
    erase(operation);
  }

  private void replaceUses(Operation operation, List<? extends Value> values) {
    List<Operation> users = new ArrayList<>();
    operation.results().forEach(result -> users.addAll(result.users()));
    operation.replaceAllUsesWith(values);
    users.forEach(changes::modified);
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
    Set<Value> operands = new LinkedHashSet<>();
    operation.walk(inner -> operands.addAll(inner.operands()));
    operands.removeIf(
        value -> value.block().flatMap(Block::parentOp).filter(operation::encloses).isPresent());
    operation.erase();
    changes.erased(operation);
    changes.released(operands);
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
