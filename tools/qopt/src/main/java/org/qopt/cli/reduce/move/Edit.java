package org.qopt.cli.reduce.move;

/** One change to a {@link Draft}, which may have become void by others before it. */
@FunctionalInterface
public interface Edit {
  /** Makes the change, if it is still possible; the program may be invalid after it. */
  void apply();
}
