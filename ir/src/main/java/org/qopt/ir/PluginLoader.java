package org.qopt.ir;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Optional;

/**
 * Loads the classes of one plugin. While it is a thread's context class loader, the registries of
 * dialects, passes and targets hold what the plugin brings too.
 */
public final class PluginLoader extends URLClassLoader {
  // Tells the frames of plugins in a stack from those of other class loaders that have a name.
  private static final String PREFIX = "plugin ";

  /**
   * A loader that asks {@code parent} first, which may be that of another plugin.
   *
   * @param file what to call the plugin in messages
   * @param jar where it is
   */
  public PluginLoader(String file, URL jar, ClassLoader parent) {
    super(PREFIX + file, new URL[] {jar}, parent);
  }

  /** {@return what the plugin is called in messages} */
  public String file() {
    return getName().substring(PREFIX.length());
  }

  /** {@return the plugin whose code threw, or called what threw; the innermost one} */
  public static Optional<String> culprit(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .map(PluginLoader::fileOf)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** {@return the plugin whose code {@code frame} of a stack is in, if it is in one's} */
  public static Optional<String> fileOf(StackTraceElement frame) {
    return Optional.ofNullable(frame.getClassLoaderName())
        .filter(name -> name.startsWith(PREFIX))
        .map(name -> name.substring(PREFIX.length()));
  }
}
