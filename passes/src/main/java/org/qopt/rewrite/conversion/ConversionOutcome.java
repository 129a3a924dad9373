package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;

/**
 * What a {@link DialectConversion} did.
 *
 * @param converted the operations that were not legal and for which patterns led to legal ones, in
 *     order, as they were found; unless in an analysis, they have been replaced or changed
 * @param refused the operations that could not be made legal and may not stay
 * @param left the operations that could not be made legal and may stay
 * @param unresolved casts between types that are needed and could not be materialized
 * @param applied how often each pattern was applied for good, by its name
 */
public record ConversionOutcome(
    ImmutableList<Operation> converted,
    ImmutableList<Refusal> refused,
    ImmutableList<Refusal> left,
    ImmutableList<Diagnostic> unresolved,
    ImmutableSortedMap<String, Long> applied) {

  /** {@return whether the program is converted; if not, it is as it was} */
  public boolean succeeded() {
    return refused.isEmpty() && unresolved.isEmpty();
  }

  /** {@return an error for each operation that may not stay and each cast that is left} */
  public ImmutableList<Diagnostic> errors() {
    ImmutableList.Builder<Diagnostic> errors = ImmutableList.builder();
    refused.forEach(refusal -> errors.add(refusal.diagnostic()));
    return errors.addAll(unresolved).build();
  }

  /**
   * Ends the work if the program is not converted.
   *
   * @throws InvalidInputException with all {@link #errors}
   */
  public void throwIfFailed() {
    if (!succeeded()) {
      throw new InvalidInputException(errors());
    }
  }
}
