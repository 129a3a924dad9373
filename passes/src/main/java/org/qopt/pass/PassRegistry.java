package org.qopt.pass;

import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.Services;
import org.qopt.pass.option.PassOptions;

/** The passes that are known, and the pipelines that have a name. */
public final class PassRegistry {
  private final ImmutableSortedMap<String, Pass> passes;
  private final ImmutableSortedMap<String, NamedPipeline> pipelines;

  private PassRegistry(
      ImmutableSortedMap<String, Pass> passes,
      ImmutableSortedMap<String, NamedPipeline> pipelines) {
    this.passes = passes;
    this.pipelines = pipelines;
  }

  /**
   * {@return the registry of exactly these passes}
   *
   * @throws IllegalStateException if two have one name
   */
  public static PassRegistry of(List<? extends Pass> passes) {
    return of(passes, List.of());
  }

  /**
   * {@return the registry of exactly these passes and pipelines}
   *
   * @throws IllegalStateException if two have one name
   */
  public static PassRegistry of(List<? extends Pass> passes, List<NamedPipeline> pipelines) {
    TreeMap<String, Pass> byName = new TreeMap<>();
    for (Pass pass : passes) {
      if (byName.put(pass.info().name(), pass) != null) {
        throw new IllegalStateException("two passes are named " + pass.info().name());
      }
    }
    TreeMap<String, NamedPipeline> named = new TreeMap<>();
    for (NamedPipeline pipeline : pipelines) {
      if (byName.containsKey(pipeline.name()) || named.put(pipeline.name(), pipeline) != null) {
        throw new IllegalStateException(
            "a pipeline and something else are named " + pipeline.name());
      }
    }
    return new PassRegistry(
        ImmutableSortedMap.copyOfSorted(byName), ImmutableSortedMap.copyOfSorted(named));
  }

  /**
   * {@return the registry of what every provider brings that the thread's context class loader
   * finds: those on the class path, and those of plugins}
   */
  public static PassRegistry load() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader instanceof PluginLoader ? found(loader) : OnClassPath.PASSES;
  }

  private static PassRegistry found(ClassLoader loader) {
    List<Pass> passes = new ArrayList<>();
    List<NamedPipeline> pipelines = new ArrayList<>();
    for (PassProvider provider : Services.load(PassProvider.class, loader)) {
      passes.addAll(provider.passes());
      pipelines.addAll(provider.pipelines());
    }
    return of(passes, pipelines);
  }

  /** {@return the passes with their default options, by name} */
  public ImmutableSortedMap<String, Pass> all() {
    return passes;
  }

  /** {@return the pipelines that have a name, by it} */
  public ImmutableSortedMap<String, NamedPipeline> pipelines() {
    return pipelines;
  }

  /** {@return whether a pass or a pipeline has this name} */
  public boolean knows(String name) {
    return passes.containsKey(name) || pipelines.containsKey(name);
  }

  /** {@return the pass {@code name} with its default options, if it is known} */
  public Optional<Pass> find(String name) {
    return Optional.ofNullable(passes.get(name));
  }

  /**
   * {@return the pass {@code name} with the options that {@code options} sets}
   *
   * @param options {@code key=value} pairs, separated by spaces; may be empty
   * @throws PipelineSyntaxException if there is no such pass, or if an option is unknown or its
   *     value malformed
   * @throws IllegalStateException if the options that the pass describes are not components of its
   *     record
   */
  public Pass create(String name, String options) {
    Pass pass =
        find(name).orElseThrow(() -> PipelineSyntaxException.unknownPass(name, this, name, 0));
    // Here and not when all are loaded: it looks into records, which would slow down every start.
    PassOptions.check(pass);
    return PassOptions.apply(pass, options, this);
  }

  // The class path does not change, and to search its jars takes milliseconds.
  private static final class OnClassPath {
    static final PassRegistry PASSES = found(PassRegistry.class.getClassLoader());

    private OnClassPath() {}
  }
}
