package org.qopt.cli.opt;

import java.time.Duration;
import org.qopt.cli.args.Arguments;

/** After how long a pass, or code of a plugin, is given up. */
public final class PassTimeout {
  /** The flag, which takes seconds. */
  public static final String FLAG = "pass-timeout";

  // Far longer than any pass takes over the largest programs; a loop without an end shall end.
  private static final long DEFAULT_SECONDS = 300;

  private PassTimeout() {}

  /**
   * {@return the time; zero if there is no limit}
   *
   * @throws org.qopt.cli.UsageException if it is no whole number of seconds
   */
  public static Duration of(Arguments arguments) {
    return Duration.ofSeconds(arguments.number(FLAG, 0).orElse(DEFAULT_SECONDS));
  }
}
