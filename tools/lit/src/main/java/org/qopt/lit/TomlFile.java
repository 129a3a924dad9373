package org.qopt.lit;

import com.electronwill.nightconfig.core.CommentedConfig;
import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.core.io.ParsingMode;
import com.electronwill.nightconfig.toml.TomlFormat;
import com.electronwill.nightconfig.toml.TomlParser;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A configuration file whose values are asked for by type. */
final class TomlFile {
  private final Path file;
  private final UnmodifiableConfig toml;
  private final Parameters parameters;

  private TomlFile(Path file, UnmodifiableConfig toml, Parameters parameters) {
    this.file = file;
    this.toml = toml;
    this.parameters = parameters;
  }

  /**
   * Reads a file.
   *
   * @throws LitException if it cannot be read, is malformed, or has a key that is not among {@code
   *     keys}
   */
  static TomlFile read(Path file, Set<String> keys) throws LitException {
    // The order of tables counts: substitutions are made from top to bottom.
    CommentedConfig toml = CommentedConfig.of(LinkedHashMap::new, TomlFormat.instance());
    try (Reader reader = Files.newBufferedReader(file)) {
      new TomlParser().parse(reader, toml, ParsingMode.REPLACE);
    } catch (IOException | ParsingException e) {
      String text = String.valueOf(e.getMessage());
      throw new LitException(file + ": error: " + text.lines().findFirst().orElse(""));
    }
    TomlFile read = new TomlFile(file, toml, Parameters.NONE);
    for (UnmodifiableConfig.Entry entry : toml.entrySet()) {
      if (!keys.contains(entry.getKey())) {
        throw read.error("unknown key '" + entry.getKey() + "'");
      }
    }
    return read;
  }

  /** {@return this file, in whose texts {@code ${NAME}} stands for a parameter} */
  TomlFile with(Parameters given) {
    return new TomlFile(file, toml, given);
  }

  Optional<String> string(String key) throws LitException {
    Optional<String> text = value(key, String.class);
    return text.isPresent() ? Optional.of(apply(text.get())) : text;
  }

  private String apply(String text) throws LitException {
    try {
      return parameters.apply(text);
    } catch (LitException e) {
      throw error(e.getMessage());
    }
  }

  Optional<Boolean> flag(String key) throws LitException {
    return value(key, Boolean.class);
  }

  Optional<Number> number(String key) throws LitException {
    Optional<Number> number = value(key, Number.class);
    if (number.isPresent() && number.get().doubleValue() < 0) {
      throw error("'" + key + "' must not be negative");
    }
    return number;
  }

  Optional<ImmutableList<String>> strings(String key) throws LitException {
    Optional<List<?>> list = value(key, List.class).map(l -> (List<?>) l);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    ImmutableList.Builder<String> strings = ImmutableList.builder();
    for (Object element : list.get()) {
      if (!(element instanceof String text)) {
        throw error("'" + key + "' must be a list of strings");
      }
      strings.add(apply(text));
    }
    return Optional.of(strings.build());
  }

  /** {@return a table in its order; empty if there is none} */
  <T> ImmutableMap<String, T> table(String key, Class<T> type) throws LitException {
    Optional<UnmodifiableConfig> config = value(key, UnmodifiableConfig.class);
    ImmutableMap.Builder<String, T> table = ImmutableMap.builder();
    if (config.isPresent()) {
      for (UnmodifiableConfig.Entry entry : config.get().entrySet()) {
        if (!type.isInstance(entry.getRawValue())) {
          throw error("'" + key + "." + entry.getKey() + "' must be a " + name(type));
        }
        Object raw = entry.getRawValue();
        table.put(entry.getKey(), type.cast(raw instanceof String text ? apply(text) : raw));
      }
    }
    return table.buildOrThrow();
  }

  private <T> Optional<T> value(String key, Class<T> type) throws LitException {
    Object value = toml.get(List.of(key));
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw error("'" + key + "' must be a " + name(type));
    }
    return Optional.of(type.cast(value));
  }

  private static String name(Class<?> type) {
    return type == UnmodifiableConfig.class
        ? "table"
        : type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** {@return a path of the file, which is relative to the file's folder} */
  Path resolve(String path) {
    return file.resolveSibling(path).toAbsolutePath().normalize();
  }

  LitException error(String message) {
    return new LitException(file + ": error: " + message);
  }
}
