package org.qopt.ir;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.qopt.ir.op.OpDef;

/** The dialects that are known, by name, with their operations. */
public final class Dialects {
  private final ImmutableMap<String, Dialect> dialects;
  // Filled when first asked: to define all operations takes milliseconds, and a program uses few.
  private final Map<String, Optional<OpDef>> ops = new ConcurrentHashMap<>();

  private Dialects(Map<String, Dialect> dialects) {
    this.dialects = ImmutableMap.copyOf(dialects);
  }

  private static Dialects lazy(List<? extends Dialect> dialects) {
    Map<String, Dialect> byName = new TreeMap<>();
    for (Dialect dialect : dialects) {
      if (byName.put(dialect.name(), dialect) != null) {
        throw new IllegalStateException("two dialects are named " + dialect.name());
      }
    }
    return new Dialects(byName);
  }

  /**
   * {@return the registry of exactly these dialects}
   *
   * @throws IllegalStateException if two dialects, or two operations, have one name, or an
   *     operation's name does not start with that of its dialect
   */
  public static Dialects of(List<? extends Dialect> dialects) {
    Dialects registry = lazy(dialects);
    registry.ops();
    return registry;
  }

  /**
   * {@return the registry of every dialect that the thread's context class loader finds: those on
   * the class path, and those of plugins}
   */
  public static Dialects load() {
    return foundBy(Thread.currentThread().getContextClassLoader());
  }

  /** {@return the registry of every dialect that {@code loader} finds} */
  public static Dialects foundBy(ClassLoader loader) {
    return loader instanceof PluginLoader ? of(found(loader)) : OnClassPath.DIALECTS;
  }

  private static List<Dialect> found(ClassLoader loader) {
    return Services.load(Dialect.class, loader);
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
    int dot = name.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : dialect(name.substring(0, dot))
            .flatMap(dialect -> ops.computeIfAbsent(name, dialect::op));
  }

  private static ImmutableMap<String, OpDef> byName(Dialect dialect) {
    Map<String, OpDef> byName = new LinkedHashMap<>();
    for (OpDef op : dialect.ops()) {
      if (!op.dialect().equals(dialect.name())) {
        throw new IllegalStateException(op + " is no operation of dialect " + dialect.name());
      }
      if (byName.put(op.name(), op) != null) {
        throw new IllegalStateException("two operations are named " + op);
      }
    }
    return ImmutableMap.copyOf(byName);
  }

  /** {@return every operation, by full name} */
  public ImmutableMap<String, OpDef> ops() {
    ImmutableMap.Builder<String, OpDef> all = ImmutableMap.builder();
    dialects.values().forEach(dialect -> all.putAll(byName(dialect)));
    return all.buildOrThrow();
  }

  // The class path does not change, and to search its jars takes milliseconds.
  private static final class OnClassPath {
    static final Dialects DIALECTS = lazy(found(Dialects.class.getClassLoader()));

    private OnClassPath() {}
  }
}
