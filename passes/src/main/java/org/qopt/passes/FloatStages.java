package org.qopt.passes;

/** What a float program goes through before anything in it is quantized, whatever the target. */
public final class FloatStages {
  /** The stages, as part of the text of a pipeline over a module. */
  public static final String TEXT =
      "inline{default-pipeline=any()},symbol-dce,func.func(name-values),shape-inference,canonicalize";

  private FloatStages() {}
}
