package org.qopt.target.export;

import com.google.common.collect.ImmutableList;
import org.qopt.ir.Operation;

/** Writes legal programs of a target in a form that others run. */
public interface Exporter {
  /** {@return the format's name, which is also the extension of its files: {@code onnx}} */
  String format();

  /** {@return what is written, in a phrase} */
  String description();

  /**
   * {@return the files that hold {@code module}, the main one first; the same bytes for the same
   * program and request}
   *
   * @param module a verified program that is legal on the target; not changed
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the format cannot express an operation;
   *     its location is the operation's
   */
  ImmutableList<ExportedFile> export(Operation module, ExportRequest request);
}
