package org.qopt.lit;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Consumer;

/**
 * What configurations are read with.
 *
 * @param prefix how the names of configuration files begin
 * @param parameters what {@code ${NAME}} in them stands for, whatever they say themselves
 * @param features features that every suite has
 * @param log is told which files are read
 */
record DiscoverySettings(
    String prefix,
    ImmutableMap<String, String> parameters,
    ImmutableSet<String> features,
    Consumer<String> log) {

  /** {@return those of a call without flags} */
  static DiscoverySettings usual() {
    return new DiscoverySettings("lit", ImmutableMap.of(), ImmutableSet.of(), _ -> {});
  }

  /** {@return the name of the file that makes a folder a suite} */
  String suiteFile() {
    return prefix + ".toml";
  }

  /** {@return the name of the file that refines the configuration for one folder of a suite} */
  String localFile() {
    return prefix + ".local.toml";
  }
}
