package org.qopt.parser.model;

/**
 * Bounds how much is made from one file. Parts of a file may be referred to many times, so that a
 * small one can describe something huge; in a file that a converter wrote, what is decoded has its
 * own bytes.
 */
public final class DecodingBudget {
  private long left;

  /** Allows {@code most} units. */
  public DecodingBudget(long most) {
    left = most;
  }

  /**
   * Takes {@code count} units.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if fewer are left
   */
  public void spend(long count) {
    left -= count;
    if (count < 0 || left < 0) {
      throw ModelFile.fault("not a valid model: it describes more than the file has bytes for");
    }
  }
}
