package org.qopt.target;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.Pass;
import org.qopt.quantize.QuantProfile;
import org.qopt.target.export.Exporter;
import org.qopt.target.proof.AccumulatorBound;

/**
 * Hardware that programs are legalized for; found by {@link java.util.ServiceLoader}, so that one
 * may live outside of this project. Its dialect is found by itself, as every dialect is.
 */
public interface Target {
  /** {@return the name, as in {@code --legalize=NAME}} */
  String name();

  /** {@return what it computes with, in a sentence} */
  String description();

  /**
   * {@return its numeric contract in a few lines: in what sums are kept, how they are rounded, what
   * is compared bit for bit with what}
   */
  default String contract() {
    return "";
  }

  /**
   * {@return what it can hold and compute: at least one profile; the first is what the target's
   * name alone means, and each may be asked for by its own name}
   */
  ImmutableList<QuantProfile> profiles();

  /**
   * {@return how real numbers that are given to quantized inputs of its programs are rounded: as
   * its runtime does}
   */
  default BoundaryRounding boundaryRounding() {
    return BoundaryRounding.HALF_AWAY;
  }

  /** {@return the names of the dialects that a legal program may use} */
  ImmutableList<String> dialects();

  /** {@return its passes, with the defaults of their options} */
  ImmutableList<Pass> passes();

  /** {@return what legalization and exporters leave to the user} */
  default ImmutableList<TargetOption> options() {
    return ImmutableList.of();
  }

  /** {@return the forms that its legal programs can be written in; at most one for a format} */
  default ImmutableList<Exporter> exporters() {
    return ImmutableList.of();
  }

  /**
   * {@return the text of the pipeline that leads from a float program to a legal one; a stage that
   * a program has been through already leaves it as it is}
   *
   * <p>{@code bind-calibration} stands in it without options: ranges are a service of the context.
   *
   * @param profile one of {@link #profiles()}
   * @param options the values of the options of legalization that were given, by name; a switch has
   *     the value {@link TargetOption#ON}
   */
  String pipeline(QuantProfile profile, ImmutableMap<String, String> options);

  /**
   * {@return how large the sums of {@code operation}, a valid one of the target's dialect, become,
   * whatever the program's input; empty if it has none, or they are not of bounded integers}
   */
  default Optional<AccumulatorBound> accumulator(Operation operation) {
    return Optional.empty();
  }

  /** Reports what keeps {@code module}, a valid one, from being a program of the target. */
  void verify(Operation module, DiagnosticSink sink);
}
