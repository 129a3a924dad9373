package org.qopt.rewrite.conversion;

/** What becomes of operations that no pattern makes legal. */
public enum ConversionMode {
  /** Those that the target does not know may stay. */
  PARTIAL,
  /** None may stay. */
  FULL,
  /** Nothing is changed: it is only found out which operations could be converted. */
  ANALYSIS
}
