package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.qopt.lit.script.Substitution;

/** Reads the {@code lit.toml} of a suite and the {@code lit.local.toml} of its folders. */
final class ConfigReader {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "source",
          "output",
          "suffixes",
          "excludes",
          "standalone",
          "features",
          "limit-to-features",
          "unsupported",
          "timeout",
          "retries",
          "recursion-limit",
          "pipefail",
          "dead-tests",
          "checked",
          "strict-directives",
          "parallelism-group",
          "path",
          "class-path",
          "substitutions",
          "environment",
          "commands",
          "parameters",
          "parallelism-groups");

  private final TomlFile toml;
  private final TestConfig parent;

  private final Parameters parameters;

  private ConfigReader(TomlFile toml, TestConfig parent, Parameters parameters) {
    this.toml = toml.with(parameters);
    this.parent = parent;
    this.parameters = parameters;
  }

  /**
   * Reads {@code file} as a refinement of {@code parent}.
   *
   * @param given the parameters of the command line
   */
  static TestConfig read(Path file, TestConfig parent, ImmutableMap<String, String> given)
      throws LitException {
    TomlFile toml = TomlFile.read(file, KEYS);
    Parameters above = parent.parameters().with(given);
    Parameters here = above.with(toml.with(above).table("parameters", String.class)).with(given);
    return new ConfigReader(toml, parent, here).refine();
  }

  private TestConfig refine() throws LitException {
    return new TestConfig(
        parameters,
        suite(),
        new TestConfig.Selection(
            toml.strings("suffixes")
                .map(ImmutableSet::copyOf)
                .orElse(parent.selection().suffixes()),
            union(parent.selection().excludes(), "excludes"),
            toml.flag("standalone").orElse(parent.selection().standalone())),
        union(parent.features(), "features"),
        substitutions(),
        merged(parent.environment(), toml.table("environment", String.class)),
        ImmutableList.copyOf(Iterables.concat(paths("path"), parent.path())),
        commands(),
        rules(parent.rules()));
  }

  private TestConfig.Suite suite() throws LitException {
    TestConfig.Suite suite = parent.suite();
    return new TestConfig.Suite(
        toml.string("name").orElse(suite.name()),
        toml.string("source").map(toml::resolve).orElse(suite.sourceRoot()),
        toml.string("output").map(toml::resolve).orElse(suite.outputRoot()));
  }

  /** {@return the file's substitutions and then those of the parent that it does not replace} */
  private ImmutableList<Substitution> substitutions() throws LitException {
    Map<String, Substitution> all = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : toml.table("substitutions", String.class).entrySet()) {
      try {
        all.put(entry.getKey(), Substitution.of(entry.getKey(), entry.getValue()));
      } catch (PatternSyntaxException e) {
        throw toml.error(
            "'substitutions."
                + entry.getKey()
                + "' is no regular expression: "
                + e.getDescription());
      }
    }
    parent.substitutions().forEach(s -> all.putIfAbsent(s.key(), s));
    return ImmutableList.copyOf(all.values());
  }

  private ImmutableMap<String, Command> commands() throws LitException {
    ClassPath classPath = new ClassPath(paths("class-path"));
    ImmutableMap.Builder<String, Command> commands = ImmutableMap.builder();
    commands.putAll(parent.commands());
    for (Map.Entry<String, String> entry : toml.table("commands", String.class).entrySet()) {
      commands.put(entry.getKey(), new CommandClass(entry.getValue(), classPath));
    }
    return commands.buildKeepingLast();
  }

  private TestConfig.Rules rules(TestConfig.Rules rules) throws LitException {
    Optional<Number> limit = toml.number("recursion-limit");
    return new TestConfig.Rules(
        toml.flag("unsupported").orElse(rules.unsupported()),
        toml.number("timeout")
            .map(seconds -> Duration.ofMillis((long) (seconds.doubleValue() * 1000)))
            .filter(timeout -> !timeout.isZero())
            .or(rules::timeout),
        toml.number("retries").map(Number::intValue).orElse(rules.retries()),
        limit.isPresent() ? OptionalInt.of(limit.get().intValue()) : rules.recursionLimit(),
        toml.flag("pipefail").orElse(rules.pipefail()),
        union(rules.limitToFeatures(), "limit-to-features"),
        toml.string("parallelism-group").orElse(rules.parallelismGroup()),
        groupSizes(rules),
        new TestConfig.Checks(
            toml.flag("dead-tests").map(allowed -> !allowed).orElse(rules.checks().deadTestsFail()),
            union(rules.checks().watched(), "checked"),
            toml.flag("strict-directives").orElse(rules.checks().strictDirectives())));
  }

  private ImmutableMap<String, Integer> groupSizes(TestConfig.Rules rules) throws LitException {
    ImmutableMap.Builder<String, Integer> sizes = ImmutableMap.builder();
    sizes.putAll(rules.groupSizes());
    for (Map.Entry<String, Number> size :
        toml.table("parallelism-groups", Number.class).entrySet()) {
      if (size.getValue().intValue() < 1) {
        throw toml.error("'parallelism-groups." + size.getKey() + "' must be positive");
      }
      sizes.put(size.getKey(), size.getValue().intValue());
    }
    return sizes.buildKeepingLast();
  }

  private ImmutableSet<String> union(ImmutableSet<String> first, String key) throws LitException {
    return ImmutableSet.<String>builder()
        .addAll(first)
        .addAll(toml.strings(key).orElse(ImmutableList.of()))
        .build();
  }

  private ImmutableList<Path> paths(String key) throws LitException {
    return toml.strings(key).orElse(ImmutableList.of()).stream()
        .map(toml::resolve)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableMap<String, String> merged(
      Map<String, String> first, Map<String, String> second) {
    return ImmutableMap.<String, String>builder().putAll(first).putAll(second).buildKeepingLast();
  }
}
