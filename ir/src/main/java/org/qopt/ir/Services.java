package org.qopt.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds what dialects, passes, targets and the like there are. On the class path that is what the
 * property {@code qopt.services.INTERFACE} lists, names of classes with commas between them, if it
 * is set: launchers set it, because searching all jars takes longer than reading a small program.
 * Else, and for plugins, {@link ServiceLoader} finds it.
 */
public final class Services {
  private static final String PROPERTY = "qopt.services.";

  private Services() {}

  /**
   * {@return one of each class that provides {@code service} and that {@code loader} finds}
   *
   * @throws ServiceConfigurationError if a provider cannot be loaded
   */
  public static <T> List<T> load(Class<T> service, ClassLoader loader) {
    String listed = System.getProperty(PROPERTY + service.getName());
    if (listed != null && !(loader instanceof PluginLoader)) {
      return listed(service, listed, loader);
    }
    List<T> providers = new ArrayList<>();
    ServiceLoader.load(service, loader).forEach(providers::add);
    return providers;
  }

  private static <T> List<T> listed(Class<T> service, String names, ClassLoader loader) {
    List<T> providers = new ArrayList<>();
    int from = 0;
    while (from < names.length()) {
      int comma = names.indexOf(',', from);
      int to = comma < 0 ? names.length() : comma;
      providers.add(make(service, names.substring(from, to), loader));
      from = to + 1;
    }
    return providers;
  }

  private static <T> T make(Class<T> service, String name, ClassLoader loader) {
    try {
      return service.cast(loader.loadClass(name).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new ServiceConfigurationError(service.getName() + ": " + name + " cannot be made", e);
    }
  }
}
