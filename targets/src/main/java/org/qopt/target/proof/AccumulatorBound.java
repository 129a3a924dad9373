package org.qopt.target.proof;

/**
 * How large sums of products can become whose factors are known on one side. A bound holds for
 * every order in which the products and the bias are added, so for every intermediate sum as well.
 *
 * @param least the least that any sum can be, at most 0
 * @param most the largest that any sum can be, at least 0
 */
public record AccumulatorBound(long least, long most) {
  /** Nothing is summed. */
  public static final AccumulatorBound ZERO = new AccumulatorBound(0, 0);

  /** {@return the bound for products of any number in this interval, which holds 0} */
  public static Builder ofInputs(long least, long most) {
    return new Builder(least, most);
  }

  /** {@return the bound of sums that are of the one kind or of the other} */
  public AccumulatorBound or(AccumulatorBound other) {
    return new AccumulatorBound(Math.min(least, other.least), Math.max(most, other.most));
  }

  /** {@return the bound of sums of {@code count} sums that this is the bound of} */
  public AccumulatorBound times(long count) {
    return new AccumulatorBound(count * least, count * most);
  }

  /** {@return the largest magnitude} */
  public long magnitude() {
    return Math.max(-least, most);
  }

  /** {@return whether every sum is an integer of {@code bits} bits} */
  public boolean fits(int bits) {
    return least >= -(1L << (bits - 1)) && most < 1L << (bits - 1);
  }

  /** The bound of one sum, term by term. */
  public static final class Builder {
    private final long leastInput;
    private final long mostInput;
    private long least;
    private long most;

    private Builder(long leastInput, long mostInput) {
      this.leastInput = leastInput;
      this.mostInput = mostInput;
    }

    /** Adds a known term. */
    public Builder add(long term) {
      least += Math.min(term, 0);
      most += Math.max(term, 0);
      return this;
    }

    /** Adds the product of a weight and any input. */
    public Builder addProduct(long weight) {
      long first = weight * leastInput;
      long second = weight * mostInput;
      least += Math.min(Math.min(first, second), 0);
      most += Math.max(Math.max(first, second), 0);
      return this;
    }

    /** {@return the bound} */
    public AccumulatorBound build() {
      return new AccumulatorBound(least, most);
    }
  }
}
