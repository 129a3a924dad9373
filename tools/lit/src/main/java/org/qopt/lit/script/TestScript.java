package org.qopt.lit.script;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a test file says about itself.
 *
 * @param directives its commands and definitions, in order
 * @param requires conditions that must all hold for the test to run
 * @param unsupported conditions of which none may hold
 * @param expectedFailures conditions under which it fails; {@code *} always holds
 * @param retries how often it is run again after a failure, if it says so
 */
public record TestScript(
    ImmutableList<Directive> directives,
    ImmutableList<String> requires,
    ImmutableList<String> unsupported,
    ImmutableList<String> expectedFailures,
    OptionalInt retries) {

  /** {@return its commands, in order} */
  public List<Directive.Run> commands() {
    return directives.stream()
        .filter(Directive.Run.class::isInstance)
        .map(Directive.Run.class::cast)
        .toList();
  }
}
