package org.qopt.quantize;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

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

  /** {@return the registry of every profile on the class path} */
  public static Profiles load() {
    return of(
        ServiceLoader.load(ProfileProvider.class).stream()
            .flatMap(provider -> provider.get().profiles().stream())
            .toList());
  }

  /** {@return the profile {@code name}, if it is known} */
  public Optional<QuantProfile> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
