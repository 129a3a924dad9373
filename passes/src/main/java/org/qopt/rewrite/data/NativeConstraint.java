package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a pattern can require by name.
 *
 * @param name its name, such as {@code one-use}
 * @param summary what holds, in a phrase
 * @param parameters what it is asked about
 * @param check finds out
 */
public record NativeConstraint(
    String name, String summary, ImmutableList<Parameter> parameters, Check check)
    implements Native {

  /** Finds out whether a constraint holds; changes nothing and keeps no state. */
  @FunctionalInterface
  public interface Check {
    /** {@return why it does not hold, as the end of "does not apply: ..."; empty if it does} */
    Optional<String> violation(NativeArguments arguments);
  }

  /** {@return a constraint on these parameters} */
  public static NativeConstraint of(
      String name, String summary, List<Parameter> parameters, Check check) {
    return new NativeConstraint(name, summary, ImmutableList.copyOf(parameters), check);
  }

  @Override
  public String word() {
    return "constraint";
  }
}
