package org.qopt.ir;

/** The use of a value by an operation, at a position among its operands. */
public final class Operand {
  private final Operation owner;
  private int index;
  private Value value;
  Operand nextUse;
  Operand previousUse;

  Operand(Operation owner, int index, Value value) {
    this.owner = owner;
    this.index = index;
    this.value = value;
    value.addUse(this);
  }

  /** {@return the operation that uses the value} */
  public Operation owner() {
    return owner;
  }

  /** {@return the position among the owner's operands, counted from 0} */
  public int index() {
    return index;
  }

  /** {@return the value that is used} */
  public Value value() {
    return value;
  }

  /** Uses another value instead. */
  public void set(Value newValue) {
    value.removeUse(this);
    value = newValue;
    newValue.addUse(this);
  }

  void setIndex(int index) {
    this.index = index;
  }

  void drop() {
    value.removeUse(this);
  }
}
