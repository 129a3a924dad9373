package org.qopt.cli.compare;

import java.util.List;

/**
 * What a comparison found.
 *
 * @param samples the number of samples
 * @param outputs the error of each output, in the order of the program
 * @param classification agreement and accuracy by the first output
 * @param layers the error of each value that both programs have, in the order of the candidate;
 *     empty when it was not asked for
 */
public record ComparisonResult(
    long samples, List<Output> outputs, Classification classification, List<Layer> layers) {
  /** {@return the result as JSON, ended by a line feed} */
  public String toJson(boolean perLayer) {
    return ComparisonJson.of(this, perLayer);
  }

  /** {@return the result as text for people} */
  public String toText(boolean perLayer) {
    return ComparisonText.of(this, perLayer);
  }

  /**
   * The error of an output.
   *
   * @param name its name
   * @param error how far the candidate's is from the reference's
   */
  public record Output(String name, ErrorStatistics error) {}

  /**
   * The error of a value inside the program.
   *
   * @param name its name in both programs
   * @param op the operation that computes it in the candidate
   * @param error how far the candidate's is from the reference's
   */
  public record Layer(String name, String op, ErrorStatistics error) {}
}
