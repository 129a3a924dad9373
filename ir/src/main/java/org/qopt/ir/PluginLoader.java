package org.qopt.ir;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one plugin. While it is a thread's context class loader, the registries of
 * dialects, passes and targets hold what the plugin brings too.
 */
public final class PluginLoader extends URLClassLoader {
  /**
   * A loader that asks {@code parent} first, which may be that of another plugin.
   *
   * @param name what to call the plugin in messages
   * @param jar where it is
   */
  public PluginLoader(String name, URL jar, ClassLoader parent) {
    super(name, new URL[] {jar}, parent);
  }
}
