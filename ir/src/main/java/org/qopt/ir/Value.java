package org.qopt.ir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.type.Type;

/** Something that an operation can take as an operand: defined once, used any number of times. */
public abstract sealed class Value permits BlockArgument, OpResult {
  private Type type;
  // Head of the list of uses, linked through Operand, so that adding and removing one is O(1).
  private Operand firstUse;

  Value(Type type) {
    this.type = type;
  }

  /** {@return what this value is} */
  public final Type type() {
    return type;
  }

  /** Changes what this value is; its definition and its users must agree with it. */
  public final void setType(Type type) {
    this.type = type;
  }

  /** {@return the block in which this value is defined, if its definition is in one} */
  public abstract Optional<Block> block();

  /** {@return where this value comes from} */
  public abstract Location location();

  /** {@return the operation that has this value as a result, if it is not a block's argument} */
  public final Optional<Operation> definingOp() {
    return this instanceof OpResult result ? Optional.of(result.owner()) : Optional.empty();
  }

  /** {@return the model's own name of this value, if its location has one} */
  public final Optional<String> name() {
    return ValueNames.of(location());
  }

  /** {@return a copy of the list of uses; the most recent first} */
  public final List<Operand> uses() {
    List<Operand> uses = new ArrayList<>();
    for (Operand use = firstUse; use != null; use = use.nextUse) {
      uses.add(use);
    }
    return uses;
  }

  /** {@return the operations that use this value, each once, in no particular order} */
  public final List<Operation> users() {
    if (firstUse == null) {
      return List.of();
    }
    if (firstUse.nextUse == null) {
      return List.of(firstUse.owner());
    }
    Set<Operation> users = new LinkedHashSet<>();
    for (Operand use = firstUse; use != null; use = use.nextUse) {
      users.add(use.owner());
    }
    return List.copyOf(users);
  }

  /** {@return whether there is a use} */
  public final boolean hasUses() {
    return firstUse != null;
  }

  /** {@return whether there is exactly one use} */
  public final boolean hasOneUse() {
    return firstUse != null && firstUse.nextUse == null;
  }

  /** Makes every user of this value use {@code replacement} instead. */
  public final void replaceAllUsesWith(Value replacement) {
    if (replacement == this) {
      return;
    }
    while (firstUse != null) {
      firstUse.set(replacement);
    }
  }

  final void addUse(Operand use) {
    use.nextUse = firstUse;
    use.previousUse = null;
    if (firstUse != null) {
      firstUse.previousUse = use;
    }
    firstUse = use;
  }

  final void removeUse(Operand use) {
    if (use.previousUse != null) {
      use.previousUse.nextUse = use.nextUse;
    } else {
      firstUse = use.nextUse;
    }
    if (use.nextUse != null) {
      use.nextUse.previousUse = use.previousUse;
    }
    use.nextUse = null;
    use.previousUse = null;
  }
}
