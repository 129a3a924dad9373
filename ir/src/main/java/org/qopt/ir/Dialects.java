package org.qopt.ir;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.qopt.ir.op.OpDef;

/** The dialects that are known, by name, with their operations. */
public final class Dialects {
  private final ImmutableMap<String, Dialect> dialects;
  private final ImmutableMap<String, OpDef> ops;

  private Dialects(Map<String, Dialect> dialects) {
    this.dialects = ImmutableMap.copyOf(dialects);
    Map<String, OpDef> byName = new HashMap<>();
    for (Dialect dialect : dialects.values()) {
      for (OpDef op : dialect.ops()) {
        if (byName.put(op.name(), op) != null) {
          throw new IllegalStateException("two operations are named " + op.name());
        }
      }
    }
    this.ops = ImmutableMap.copyOf(byName);
  }

  /**
   * {@return the registry of exactly these dialects}
   *
   * @throws IllegalStateException if two have one name
   */
  public static Dialects of(List<? extends Dialect> dialects) {
    Map<String, Dialect> byName = new TreeMap<>();
    for (Dialect dialect : dialects) {
      if (byName.put(dialect.name(), dialect) != null) {
        throw new IllegalStateException("two dialects are named " + dialect.name());
      }
    }
    return new Dialects(byName);
  }

  /**
   * {@return the registry of every dialect that the thread's context class loader finds: those on
   * the class path, and those of plugins}
   */
  public static Dialects load() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader instanceof PluginLoader ? found(loader) : OnClassPath.DIALECTS;
  }

  private static Dialects found(ClassLoader loader) {
    return of(
        ServiceLoader.load(Dialect.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** {@return the dialects, by name} */
  public ImmutableMap<String, Dialect> all() {
    return dialects;
  }

  /** {@return the dialect {@code name}, if it is known} */
  public Optional<Dialect> dialect(String name) {
    return Optional.ofNullable(dialects.get(name));
  }

  /** {@return the operation {@code name}, such as {@code nn.conv2d}, if it is known} */
  public Optional<OpDef> op(String name) {
    return Optional.ofNullable(ops.get(name));
  }

  /** {@return every operation, by full name} */
  public ImmutableMap<String, OpDef> ops() {
    return ops;
  }

  // The class path does not change, and to search its jars takes milliseconds.
  private static final class OnClassPath {
    static final Dialects DIALECTS = found(Dialects.class.getClassLoader());

    private OnClassPath() {}
  }
}
