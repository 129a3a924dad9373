package org.qopt.quantize;

import java.util.Optional;
import org.qopt.ir.Operation;

/**
 * Something that a target's form of an operation cannot do.
 *
 * @param constraint what must hold, such as {@code axis must be the last one}
 * @param nearest the nearest form that is legal, as advice
 * @param check finds out whether an operation, still in float, keeps to it
 */
public record Limit(String constraint, String nearest, Check check) {
  /** Looks for a violation. The operation has been verified. */
  @FunctionalInterface
  public interface Check {
    /** {@return what was found instead, such as {@code axis = 1}, or empty if all is well} */
    Optional<String> found(Operation operation);
  }
}
