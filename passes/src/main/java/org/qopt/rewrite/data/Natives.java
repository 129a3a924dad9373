package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.TreeMap;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.Services;

/**
 * The constraints and functions that are known, by name.
 *
 * @param constraints the constraints
 * @param functions the functions
 */
public record Natives(
    ImmutableSortedMap<String, NativeConstraint> constraints,
    ImmutableSortedMap<String, NativeFunction> functions) {

  /**
   * {@return what exactly these libraries bring}
   *
   * @throws IllegalStateException if two constraints, or two functions, have one name
   */
  public static Natives of(List<? extends PatternLibrary> libraries) {
    return new Natives(
        byName(libraries.stream().flatMap(library -> library.constraints().stream()).toList()),
        byName(libraries.stream().flatMap(library -> library.functions().stream()).toList()));
  }

  /**
   * {@return what every library brings that the thread's context class loader finds: those on the
   * class path, and those of plugins}
   */
  public static Natives load() {
    return foundBy(Thread.currentThread().getContextClassLoader());
  }

  /** {@return what every library brings that {@code loader} finds} */
  public static Natives foundBy(ClassLoader loader) {
    return loader instanceof PluginLoader ? found(loader) : OnClassPath.NATIVES;
  }

  private static Natives found(ClassLoader loader) {
    return of(Services.load(PatternLibrary.class, loader));
  }

  private static <N extends Native> ImmutableSortedMap<String, N> byName(List<N> all) {
    TreeMap<String, N> byName = new TreeMap<>();
    for (N one : all) {
      if (byName.put(one.name(), one) != null) {
        throw new IllegalStateException("two %ss are named %s".formatted(one.word(), one.name()));
      }
    }
    return ImmutableSortedMap.copyOfSorted(byName);
  }

  // The class path does not change.
  private static final class OnClassPath {
    static final Natives NATIVES = found(Natives.class.getClassLoader());

    private OnClassPath() {}
  }
}
