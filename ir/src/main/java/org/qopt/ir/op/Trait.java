package org.qopt.ir.op;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;

/**
 * A property that operations of several kinds share. Each is one object, equal to itself alone.
 *
 * <p>Not a record: sets of traits are built whenever a program starts, and the {@code equals} and
 * {@code hashCode} of a record are linked at run time, which no ahead-of-time cache spares.
 */
public final class Trait {
  private final String name;
  private final String summary;
  private final Check check;

  /** Verifies a trait. */
  @FunctionalInterface
  public interface Check {
    /** Reports what is wrong with {@code operation}. */
    void verify(Operation operation, DiagnosticSink sink);
  }

  /**
   * A new trait.
   *
   * @param name its name in documentation
   * @param summary what it means, in a sentence
   * @param check reports where an operation that claims the trait does not keep to it
   */
  public Trait(String name, String summary, Check check) {
    this.name = name;
    this.summary = summary;
    this.check = check;
  }

  /** {@return a trait that needs no verification} */
  public static Trait of(String name, String summary) {
    return new Trait(name, summary, (_, _) -> {});
  }

  /** {@return its name in documentation} */
  public String name() {
    return name;
  }

  /** {@return what it means, in a sentence} */
  public String summary() {
    return summary;
  }

  /** {@return what reports where an operation does not keep to it} */
  public Check check() {
    return check;
  }

  @Override
  public String toString() {
    return name;
  }
}
