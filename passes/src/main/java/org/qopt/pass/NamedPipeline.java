package org.qopt.pass;

import java.util.regex.Pattern;

/**
 * A pipeline that has a name: where the name stands, among flags or in the text of a pipeline, the
 * passes of {@code text} run. It may name other pipelines, but not lead back to itself.
 *
 * @param name the name, as a pass might have it
 * @param summary what it is for, in a phrase
 * @param text the passes, as {@link Pipeline#parse} reads them
 */
public record NamedPipeline(String name, String summary, String text) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it cannot stand in the text of a pipeline
   */
  public NamedPipeline {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected letters, digits and dashes as the name of a pipeline, but got '" + name + "'");
    }
  }
}
