package org.qopt.target;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.Services;

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

  /** {@return the target {@code name}, if it is known} */
  public Optional<Target> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  // The class path does not change, and to search its jars takes milliseconds.
  private static final class OnClassPath {
    static final Targets TARGETS = found(Targets.class.getClassLoader());

    private OnClassPath() {}
  }
}
