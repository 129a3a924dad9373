package org.qopt.bench.measure;

/** What a measurement says about its criterion. */
public enum Verdict {
  /** As good as one would be glad of. */
  WANTED("as wanted"),
  /** Within what is required. */
  REQUIRED("as required"),
  /** Not within what is required. */
  MISSED("MISSED"),
  /** There is no limit. */
  SHOWN(""),
  /** There is a limit relative to another program, which is not there. */
  UNKNOWN("no peer");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
