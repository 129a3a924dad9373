package org.qopt.target;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import org.qopt.quantize.Limits;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.QuantProfile;

/**
 * Which profile runs which operation.
 *
 * @param byName the profiles of all targets, in the order of the targets' names
 */
public record TargetMatrix(ImmutableMap<String, QuantProfile> byName) {
  /** What becomes of an operation. */
  public enum Support {
    /** It has a form. */
    YES("yes"),
    /** It has one within limits. */
    LIMITED("limits"),
    /** It has none. */
    NO("-");

    /** The number of letters of the longest text. */
    public static final int WIDEST = 6;

    private final String text;

    Support(String text) {
      this.text = text;
    }

    /** {@return a word for it} */
    public String text() {
      return text;
    }
  }

  /** {@return the matrix of all profiles of {@code targets}} */
  public static TargetMatrix of(Targets targets) {
    return new TargetMatrix(
        targets.byName().values().stream()
            .flatMap(target -> target.profiles().stream())
            .collect(ImmutableMap.toImmutableMap(QuantProfile::name, profile -> profile)));
  }

  /** {@return the names of the profiles} */
  public ImmutableList<String> profiles() {
    return byName.keySet().asList();
  }

  /** {@return the operations that at least one profile has a form of} */
  public ImmutableSortedSet<String> operations() {
    return byName.values().stream()
        .flatMap(profile -> profile.rules().keySet().stream())
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** {@return what becomes of {@code operation} under {@code profile}} */
  public Support support(String operation, String profile) {
    return byName
        .get(profile)
        .rule(operation)
        .map(rule -> isLimited(rule) ? Support.LIMITED : Support.YES)
        .orElse(Support.NO);
  }

  // That shapes are known is asked of all operations alike.
  private static boolean isLimited(OpRule rule) {
    return rule.limits().stream().anyMatch(limit -> !limit.equals(Limits.staticShapes()));
  }
}
