package org.qopt.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list of blocks that belongs to an operation; the first block is where it is entered. */
public final class Region {
  private final Operation parent;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Block> view = Collections.unmodifiableList(blocks);

  Region(Operation parent) {
    this.parent = parent;
  }

  /** {@return the operation that this region belongs to} */
  public Operation parent() {
    return parent;
  }

  /** {@return the blocks, in order; a view that cannot be changed} */
  public List<Block> blocks() {
    return view;
  }

  /** {@return whether there are no blocks} */
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** {@return the first block, if there is one} */
  public Optional<Block> entry() {
    return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.getFirst());
  }

  /** {@return a new empty block, after those that are there} */
  public Block addBlock() {
    Block block = new Block();
    add(block);
    return block;
  }

  /**
   * Appends a block that belongs to no region.
   *
   * @throws IllegalStateException if it belongs to one
   */
  public void add(Block block) {
    block.attach(this);
    blocks.add(block);
  }

  /** Takes blocks out, with the operations in them; those of other regions stay. */
  public void removeAll(Set<Block> gone) {
    blocks.removeIf(
        block -> {
          boolean goes = gone.contains(block);
          if (goes) {
            block.detach();
          }
          return goes;
        });
  }

  /** Takes a block out, with the operations in it. */
  public void remove(Block block) {
    if (blocks.remove(block)) {
      block.detach();
    }
  }
}
