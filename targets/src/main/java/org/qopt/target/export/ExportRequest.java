package org.qopt.target.export;

import com.google.common.collect.ImmutableMap;
import org.qopt.ir.diagnostic.DiagnosticSink;

/**
 * What an exporter is asked for.
 *
 * @param name the name of the output file without folder and extension, such as {@code model}
 * @param alone whether the first file is all that will be kept, as on standard output
 * @param options the values of the options of the exporter's format that were given, by name; a
 *     switch has the value {@code true}
 * @param sink takes remarks, such as the size of a buffer
 */
public record ExportRequest(
    String name, boolean alone, ImmutableMap<String, String> options, DiagnosticSink sink) {
  /** {@return the value of an option, or {@code otherwise} if it was not given} */
  public String option(String option, String otherwise) {
    return options.getOrDefault(option, otherwise);
  }
}
