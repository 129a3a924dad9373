package org.qopt.quantize;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.PluginLoader;
import org.qopt.ir.Services;

/**
 * The profiles that are known, by name.
 *
 * @param byName the profiles
 */
public record Profiles(ImmutableSortedMap<String, QuantProfile> byName) {
  /**
   * {@return the registry of exactly these profiles}
   *
   * @throws IllegalStateException if two have one name
   */
  public static Profiles of(List<QuantProfile> profiles) {
    TreeMap<String, QuantProfile> byName = new TreeMap<>();
    for (QuantProfile profile : profiles) {
      if (byName.put(profile.name(), profile) != null) {
        throw new IllegalStateException("two profiles are named " + profile.name());
      }
    }
    return new Profiles(ImmutableSortedMap.copyOf(byName));
  }

  /**
   * {@return the registry of every profile that the thread's context class loader finds: those on
   * the class path, and those of plugins}
   */
  public static Profiles load() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return loader instanceof PluginLoader ? found(loader) : OnClassPath.PROFILES;
  }

  private static Profiles found(ClassLoader loader) {
    return of(
        Services.load(ProfileProvider.class, loader).stream()
            .flatMap(provider -> provider.profiles().stream())
            .toList());
  }

  /** {@return the profile {@code name}, if it is known} */
  public Optional<QuantProfile> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  // The class path does not change, and to search its jars takes milliseconds.
  private static final class OnClassPath {
    static final Profiles PROFILES = found(Profiles.class.getClassLoader());

    private OnClassPath() {}
  }
}
