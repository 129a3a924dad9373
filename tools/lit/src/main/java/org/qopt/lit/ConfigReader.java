package org.qopt.lit;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the {@code lit.toml} of a suite and the {@code lit.local.toml} of its folders. */
final class ConfigReader {
  /** The file that makes a folder a suite. */
  static final String SUITE_FILE = "lit.toml";

  /** The file that refines the configuration for one folder of a suite. */
  static final String LOCAL_FILE = "lit.local.toml";

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "output",
          "suffixes",
          "excludes",
          "features",
          "substitutions",
          "environment",
          "commands",
          "timeout",
          "unsupported");

  private final Path file;
  private final UnmodifiableConfig toml;

  private ConfigReader(Path file, UnmodifiableConfig toml) {
    this.file = file;
    this.toml = toml;
  }

  /** Reads {@code file} as a refinement of {@code parent}. */
  static TestConfig read(Path file, TestConfig parent) throws LitException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new ConfigReader(file, new TomlParser().parse(reader)).refine(parent);
    } catch (IOException | ParsingException e) {
      throw new LitException(file + ": error: " + firstLine(String.valueOf(e.getMessage())));
    }
  }

  private TestConfig refine(TestConfig parent) throws LitException {
    for (UnmodifiableConfig.Entry entry : toml.entrySet()) {
      if (!KEYS.contains(entry.getKey())) {
        throw error("unknown key '" + entry.getKey() + "'");
      }
    }
    SequencedMap<String, String> substitutions = new LinkedHashMap<>(table("substitutions"));
    parent.substitutions().forEach(substitutions::putIfAbsent);
    Map<String, String> environment = new LinkedHashMap<>(parent.environment());
    environment.putAll(table("environment"));
    Map<String, Command> commands = new LinkedHashMap<>(parent.commands());
    for (Map.Entry<String, String> command : table("commands").entrySet()) {
      commands.put(command.getKey(), CommandClass.load(command.getValue()));
    }
    List<String> suffixes = strings("suffixes");
    return new TestConfig(
        value("name", String.class).orElse(parent.suite()),
        parent.sourceRoot(),
        value("output", String.class)
            .map(path -> parent.sourceRoot().resolve(path).normalize())
            .orElse(parent.outputRoot()),
        suffixes.isEmpty() ? parent.suffixes() : Set.copyOf(suffixes),
        TestConfig.union(parent.excludes(), strings("excludes")),
        TestConfig.union(parent.features(), strings("features")),
        substitutions,
        environment,
        commands,
        value("timeout", Number.class)
            .map(seconds -> Duration.ofMillis((long) (seconds.doubleValue() * 1000)))
            .or(parent::timeout),
        value("unsupported", Boolean.class).orElse(parent.unsupported()));
  }

  private <T> Optional<T> value(String key, Class<T> type) throws LitException {
    Object value = toml.get(List.of(key));
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw error("'" + key + "' must be a " + type.getSimpleName().toLowerCase());
    }
    return Optional.of(type.cast(value));
  }

  private List<String> strings(String key) throws LitException {
    Optional<List<?>> list = value(key, List.class).map(l -> (List<?>) l);
    for (Object element : list.orElse(List.of())) {
      if (!(element instanceof String)) {
        throw error("'" + key + "' must be a list of strings");
      }
    }
    return list.orElse(List.of()).stream().map(String.class::cast).toList();
  }

  private Map<String, String> table(String key) throws LitException {
    Map<String, String> table = new LinkedHashMap<>();
    Optional<UnmodifiableConfig> config = value(key, UnmodifiableConfig.class);
    if (config.isEmpty()) {
      return table;
    }
    for (UnmodifiableConfig.Entry entry : config.get().entrySet()) {
      if (!(entry.getRawValue() instanceof String text)) {
        throw error("'" + key + "." + entry.getKey() + "' must be a string");
      }
      table.put(entry.getKey(), text);
    }
    return table;
  }

  private LitException error(String message) {
    return new LitException(file + ": error: " + message);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
