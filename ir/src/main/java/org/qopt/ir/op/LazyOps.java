package org.qopt.ir.op;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The operations of a dialect, each of them defined when it is first asked for: a program that uses
 * three of thirty does not wait for the others.
 */
public final class LazyOps {
  private final ImmutableMap<String, Supplier<OpDef>> byName;

  private LazyOps(ImmutableMap<String, Supplier<OpDef>> byName) {
    this.byName = byName;
  }

  /** {@return the beginnings of a table} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the operation with this full name, if there is one} */
  public Optional<OpDef> find(String name) {
    return Optional.ofNullable(byName.get(name)).map(Supplier::get);
  }

  /** {@return all operations, in the order of the table} */
  public List<OpDef> all() {
    return byName.values().stream().map(Supplier::get).toList();
  }

  /** Collects operations. */
  public static final class Builder {
    private final ImmutableMap.Builder<String, Supplier<OpDef>> byName = ImmutableMap.builder();

    private Builder() {}

    /**
     * Adds an operation.
     *
     * @param name its full name
     * @param op gives its definition, each time the same
     */
    public Builder op(String name, Supplier<OpDef> op) {
      byName.put(name, op);
      return this;
    }

    /** {@return the table} */
    public LazyOps build() {
      return new LazyOps(byName.buildOrThrow());
    }
  }
}
