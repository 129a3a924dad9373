package org.qopt.target;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.Pass;
import org.qopt.quantize.QuantProfile;

/**
 * Hardware that programs are legalized for; found by {@link java.util.ServiceLoader}, so that one
 * may live outside of this project. Its dialect is found by itself, as every dialect is.
 */
public interface Target {
  /** {@return the name, as in {@code --legalize=NAME}} */
  String name();

  /** {@return what it computes with, in a sentence} */
  String description();

  /** {@return what it can hold and compute} */
  QuantProfile profile();

  /** {@return the names of the dialects that a legal program may use} */
  ImmutableList<String> dialects();

  /** {@return its passes, with the defaults of their options} */
  ImmutableList<Pass> passes();

  /**
   * {@return the text of the pipeline that leads from a float program to a legal one; a stage that
   * a program has been through already leaves it as it is}
   *
   * <p>{@code bind-calibration} stands in it without options: ranges are a service of the context.
   */
  String pipeline();

  /** Reports what keeps {@code module}, a valid one, from being a program of the target. */
  void verify(Operation module, DiagnosticSink sink);
}
