package org.qopt.target.dsp.dialect;

/** The clauses that the operations of {@code dsp} share. */
final class DspClauses {
  static final String ONE_TYPE = "operands and result have one element type";
  static final String OVERFLOW =
      "no sum leaves the accumulator; 'accumulator_bound' is the largest";

  private DspClauses() {}
}
