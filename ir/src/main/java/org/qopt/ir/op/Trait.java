package org.qopt.ir.op;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;

/**
 * A property that operations of several kinds share.
 *
 * @param name its name in documentation
 * @param summary what it means, in a sentence
 * @param check reports where an operation that claims the trait does not keep to it
 */
public record Trait(String name, String summary, Check check) {
  /** Verifies a trait. */
  @FunctionalInterface
  public interface Check {
    /** Reports what is wrong with {@code operation}. */
    void verify(Operation operation, DiagnosticSink sink);
  }

  /** {@return a trait that needs no verification} */
  public static Trait of(String name, String summary) {
    return new Trait(name, summary, (_, _) -> {});
  }
}
