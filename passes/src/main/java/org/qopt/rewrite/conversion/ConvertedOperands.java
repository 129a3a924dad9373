package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.qopt.ir.Value;

/**
 * The operands of an operation as they were converted.
 *
 * @param all for each operand of the operation the values that it became
 */
public record ConvertedOperands(ImmutableList<ImmutableList<Value>> all) {
  /** The outcome of looking for them. */
  sealed interface Lookup {
    /** They are there. */
    record Found(ConvertedOperands operands) implements Lookup {}

    /** One has no converted form. */
    record Missing(String reason) implements Lookup {}
  }

  /** {@return how many operands the operation has} */
  public int size() {
    return all.size();
  }

  /** {@return the values that operand {@code index} became} */
  public ImmutableList<Value> values(int index) {
    return all.get(index);
  }

  /**
   * {@return the only value that operand {@code index} became}
   *
   * @throws IllegalStateException if it became none or several
   */
  public Value value(int index) {
    if (all.get(index).size() != 1) {
      throw new IllegalStateException(
          "operand #%d became %d values".formatted(index, all.get(index).size()));
    }
    return all.get(index).getFirst();
  }

  /** {@return the values of all operands, one after the other} */
  public List<Value> flat() {
    return all.stream().flatMap(List::stream).toList();
  }
}
