package org.qopt.target;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qopt.ir.Operation;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.Services;
import org.qopt.quantize.QuantProfile;

/**
 * The targets that are known, by name.
 *
 * @param byName the targets
 */
public record Targets(ImmutableSortedMap<String, Target> byName) {
  /**
   * {@return the registry of exactly these targets}
   *
   * @throws IllegalStateException if two have one name
   */
  public static Targets of(List<? extends Target> targets) {
    TreeMap<String, Target> byName = new TreeMap<>();
    for (Target target : targets) {
      if (byName.put(target.name(), target) != null) {
        throw new IllegalStateException("two targets are named " + target.name());
      }
    }
    return new Targets(ImmutableSortedMap.copyOf(byName));
  }

  /**
   * {@return the registry of every target that the thread's context class loader finds: those on
   * the class path, and those of plugins}
   */
  public static Targets load() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader instanceof PluginLoader ? found(loader) : OnClassPath.TARGETS;
  }

  private static Targets found(ClassLoader loader) {
    return of(Services.load(Target.class, loader));
  }

  /**
   * A target with one of its profiles.
   *
   * @param target the target
   * @param profile the profile
   */
  public record Selection(Target target, QuantProfile profile) {}

  /** {@return the target {@code name} with its first profile, or the profile of that name} */
  public Optional<Selection> find(String name) {
    Target target = byName.get(name);
    return target != null
        ? Optional.of(new Selection(target, target.profiles().getFirst()))
        : selections().filter(selection -> selection.profile().name().equals(name)).findFirst();
  }

  /** {@return the target whose dialect {@code program}, or what is nested in it, is in, if any} */
  public Optional<Target> owner(Operation program) {
    Set<String> dialects = new HashSet<>();
    program.walk(operation -> dialects.add(operation.dialect()));
    return byName.values().stream().filter(target -> dialects.contains(target.name())).findFirst();
  }

  /** {@return the names that can be looked for: those of targets and of profiles} */
  public ImmutableSortedSet<String> names() {
    return Stream.concat(
            byName.keySet().stream(), selections().map(selection -> selection.profile().name()))
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  private Stream<Selection> selections() {
    return byName.values().stream()
        .flatMap(target -> target.profiles().stream().map(p -> new Selection(target, p)));
  }

  // The class path does not change, and to search its jars takes milliseconds.
  private static final class OnClassPath {
    static final Targets TARGETS = found(Targets.class.getClassLoader());

    private OnClassPath() {}
  }
}
