package org.qopt.ir;

import java.util.Optional;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.Type;

/** A value that a block is entered with; the entry block's are the arguments of a function. */
public final class BlockArgument extends Value {
  private final Block owner;
  private int index;
  private Location location;

  BlockArgument(Block owner, int index, Type type, Location location) {
    super(type);
    this.owner = owner;
    this.index = index;
    this.location = location;
  }

  /** {@return the block} */
  public Block owner() {
    return owner;
  }

  /** {@return the position among the block's arguments, counted from 0} */
  public int index() {
    return index;
  }

  @Override
  public Optional<Block> block() {
    return Optional.of(owner);
  }

  @Override
  public Location location() {
    return location;
  }

  /** Says where this argument comes from. */
  public void setLocation(Location location) {
    this.location = location;
  }

  void setIndex(int index) {
    this.index = index;
  }
}
