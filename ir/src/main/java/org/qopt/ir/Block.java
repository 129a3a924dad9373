package org.qopt.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.Type;

/**
 * A sequence of operations that run one after the other. Iterating over a block is safe while the
 * operation last returned is erased or others are inserted; they are a doubly linked list.
 */
public final class Block implements Iterable<Operation> {
  private static final int STRIDE = 8;

  private Region region;
  private final List<BlockArgument> arguments = new ArrayList<>();
  private Operation first;
  private Operation last;
  // Whether Operation.order is valid; renumbered when asked, so that inserting stays O(1).
  private boolean ordered = true;

  /** An empty block that belongs to no region yet. */
  public Block() {}

  /** {@return the region that this block is in, if it is in one} */
  public Optional<Region> region() {
    return Optional.ofNullable(region);
  }

  /** {@return the operation whose region this block is in, if it is in one} */
  public Optional<Operation> parentOp() {
    return region().map(Region::parent);
  }

  /** {@return the arguments; a view that cannot be changed} */
  public List<BlockArgument> arguments() {
    return Collections.unmodifiableList(arguments);
  }

  /** {@return the types of the arguments} */
  public List<Type> argumentTypes() {
    List<Type> types = new ArrayList<>(arguments.size());
    for (BlockArgument argument : arguments) {
      types.add(argument.type());
    }
    return types;
  }

  /** {@return argument {@code index}} */
  public BlockArgument argument(int index) {
    return arguments.get(index);
  }

  /** {@return a new argument, after those that are there} */
  public BlockArgument addArgument(Type type, Location location) {
    BlockArgument argument = new BlockArgument(this, arguments.size(), type, location);
    arguments.add(argument);
    return argument;
  }

  /**
   * Removes argument {@code index}.
   *
   * @throws IllegalStateException if it is used
   */
  public void removeArgument(int index) {
    if (arguments.get(index).hasUses()) {
      throw new IllegalStateException("argument " + index + " is still used");
    }
    arguments.remove(index);
    for (int i = index; i < arguments.size(); i++) {
      arguments.get(i).setIndex(i);
    }
  }

  /**
   * Makes these the arguments, in this order. Those that are left out are no arguments any more,
   * and must not be used when the block is next looked at.
   *
   * @throws IllegalArgumentException if one was not added to this block
   */
  public void setArguments(List<BlockArgument> newArguments) {
    for (BlockArgument argument : newArguments) {
      if (argument.owner() != this) {
        throw new IllegalArgumentException("an argument of another block");
      }
    }
    List<BlockArgument> copy = List.copyOf(newArguments);
    arguments.clear();
    arguments.addAll(copy);
    for (int i = 0; i < copy.size(); i++) {
      copy.get(i).setIndex(i);
    }
  }

  /** {@return the first operation, if there is one} */
  public Optional<Operation> first() {
    return Optional.ofNullable(first);
  }

  /** {@return the last operation, if there is one; in valid IR mostly a terminator} */
  public Optional<Operation> last() {
    return Optional.ofNullable(last);
  }

  /** {@return whether there are no operations} */
  public boolean isEmpty() {
    return first == null;
  }

  /** {@return a copy of the list of operations, in order} */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    forEach(operations::add);
    return operations;
  }

  /** Appends an operation that is in no block. */
  public void append(Operation operation) {
    insertBefore(operation, null);
  }

  @Override
  public Iterator<Operation> iterator() {
    return new Iterator<>() {
      private Operation next = first;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Operation next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        Operation current = next;
        next = current.next;
        return current;
      }
    };
  }

  void insertBefore(Operation operation, Operation anchor) {
    if (operation.block != null) {
      throw new IllegalStateException(operation.name() + " is already in a block");
    }
    operation.block = this;
    operation.next = anchor;
    operation.previous = anchor == null ? last : anchor.previous;
    if (operation.previous == null) {
      first = operation;
    } else {
      operation.previous.next = operation;
    }
    if (anchor == null) {
      last = operation;
    } else {
      anchor.previous = operation;
    }
    number(operation);
  }

  // Adding at either end keeps the order valid; inserting takes a number between its neighbours
  // while one is free.
  private void number(Operation operation) {
    if (!ordered) {
      return;
    }
    int before = operation.previous == null ? 0 : operation.previous.order;
    if (operation.next == null && before < Integer.MAX_VALUE - STRIDE) {
      operation.order = before + STRIDE;
    } else if (operation.previous == null
        && operation.next != null
        && operation.next.order > Integer.MIN_VALUE + STRIDE) {
      operation.order = operation.next.order - STRIDE;
    } else if (operation.next != null && (long) operation.next.order - before > 1) {
      operation.order = (int) (((long) operation.next.order + before) >> 1);
    } else {
      ordered = false;
    }
  }

  void unlink(Operation operation) {
    if (operation.previous == null) {
      first = operation.next;
    } else {
      operation.previous.next = operation.next;
    }
    if (operation.next == null) {
      last = operation.previous;
    } else {
      operation.next.previous = operation.previous;
    }
    operation.block = null;
    operation.previous = null;
    operation.next = null;
  }

  void ensureOrder() {
    if (ordered) {
      return;
    }
    int order = 0;
    for (Operation operation = first; operation != null; operation = operation.next) {
      operation.order = order += STRIDE;
    }
    ordered = true;
  }

  void attach(Region newRegion) {
    if (region != null) {
      throw new IllegalStateException("the block is already in a region");
    }
    region = newRegion;
  }

  void detach() {
    region = null;
  }
}
