package org.qopt.lit.update;

/** What is kept of the directives of a section, from what is tried first to what is tried last. */
enum Keeps {
  /** All that can be: what does not hold is mended, what must not be there stays. */
  ALL,
  /** The same without what must not be there. */
  POSITIVE,
  /** Only what holds, if single lines of a longer output are checked. */
  WHAT_HOLDS
}
