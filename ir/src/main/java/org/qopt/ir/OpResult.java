package org.qopt.ir;

import java.util.Optional;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.Type;

/** A value that an operation computes. */
public final class OpResult extends Value {
  private final Operation owner;
  private final int index;

  OpResult(Operation owner, int index, Type type) {
    super(type);
    this.owner = owner;
    this.index = index;
  }

  /** {@return the operation that computes it} */
  public Operation owner() {
    return owner;
  }

  /** {@return the position among the owner's results, counted from 0} */
  public int index() {
    return index;
  }

  @Override
  public Optional<Block> block() {
    return owner.block();
  }

  @Override
  public Location location() {
    return owner.location();
  }
}
