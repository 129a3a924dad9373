package org.qopt.cli.recipe;

import com.electronwill.nightconfig.core.CommentedConfig;
import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.core.io.ParsingMode;
import com.electronwill.nightconfig.toml.TomlFormat;
import com.electronwill.nightconfig.toml.TomlParser;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.Location;
import org.qopt.quantize.recipe.Recipe;
import org.qopt.quantize.recipe.RecipeRule;
import org.qopt.quantize.recipe.Selector;
import org.qopt.quantize.recipe.Selector.Role;
import org.qopt.quantize.recipe.Setting.KeepFloat;

/** Reads the text of a recipe: tables {@code [[rule]]} of selectors and settings. */
public final class RecipeReader {
  private static final String RULE = "rule";
  private static final String VALUES = "values";
  private static final String OPS = "ops";
  private static final String ROLE = "role";
  private static final ImmutableSet<String> SELECTORS = ImmutableSet.of(VALUES, OPS, ROLE);
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.<String>builder().addAll(SELECTORS).addAll(SettingReader.KEYS).build();

  private final RecipeLines lines;

  private RecipeReader(RecipeLines lines) {
    this.lines = lines;
  }

  /**
   * {@return the recipe in {@code text}}
   *
   * @param file what the file is called in messages
   * @throws InvalidInputException if it is malformed
   */
  public static Recipe read(String text, String file) {
    return new RecipeReader(RecipeLines.of(text, file)).read(parse(text, file));
  }

  private static UnmodifiableConfig parse(String text, String file) {
    CommentedConfig toml = CommentedConfig.of(LinkedHashMap::new, TomlFormat.instance());
    ProgressReader reader = new ProgressReader(text);
    try {
      new TomlParser().parse(reader, toml, ParsingMode.REPLACE);
      return toml;
    } catch (ParsingException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw fault(RecipeLines.at(file, reader.line()), "malformed TOML: " + message);
    }
  }

  private Recipe read(UnmodifiableConfig toml) {
    for (String key : keys(toml).keySet()) {
      if (!key.equals(RULE)) {
        throw fault(
            lines.whole(), "expected tables [[rule]] and nothing else, but got '" + key + "'");
      }
    }
    Object rules = keys(toml).get(RULE);
    if (!(rules instanceof List<?> list) || list.isEmpty()) {
      throw fault(lines.whole(), "expected at least one table [[rule]]");
    }
    lines.expect(list.size());
    ImmutableList.Builder<RecipeRule> read = ImmutableList.builder();
    for (int i = 0; i < list.size(); i++) {
      read.add(rule(i, list.get(i)));
    }
    return new Recipe(read.build());
  }

  private static Map<String, Object> keys(UnmodifiableConfig config) {
    Map<String, Object> keys = new LinkedHashMap<>();
    config.entrySet().forEach(entry -> keys.put(entry.getKey(), entry.getRawValue()));
    return keys;
  }

  private RecipeRule rule(int index, Object value) {
    if (!(value instanceof UnmodifiableConfig config)) {
      throw fault(lines.whole(), "expected 'rule' to be tables [[rule]], but got " + value);
    }
    Map<String, Object> keys = keys(config);
    Optional<Pattern> values = Optional.empty();
    Optional<Pattern> ops = Optional.empty();
    Optional<Role> role = Optional.empty();
    ImmutableList.Builder<RecipeRule.Asked> settings = ImmutableList.builder();
    for (Map.Entry<String, Object> entry : keys.entrySet()) {
      SettingReader reader =
          new SettingReader(index + 1, entry.getKey(), lines.of(index, entry.getKey()));
      switch (entry.getKey()) {
        case VALUES -> values = Optional.of(pattern(reader, entry.getValue()));
        case OPS -> ops = Optional.of(pattern(reader, entry.getValue()));
        case ROLE -> role = Optional.of(reader.word(entry.getValue(), Role.values()));
        default -> settings.add(reader.read(entry.getValue(), KEYS));
      }
    }
    RecipeRule rule =
        new RecipeRule(
            index + 1,
            lines.of(index),
            new Selector(values, ops, role.orElse(Role.ACTIVATION)),
            settings.build());
    check(rule, keys);
    return rule;
  }

  private static Pattern pattern(SettingReader reader, Object value) {
    try {
      return Pattern.compile(reader.string(value));
    } catch (PatternSyntaxException e) {
      throw reader.expected("a regular expression (" + e.getDescription() + ")", value);
    }
  }

  private static void check(RecipeRule rule, Map<String, Object> keys) {
    if (keys.keySet().stream().noneMatch(SELECTORS::contains)) {
      throw fault(
          rule.location(),
          "%s selects nothing: expected one of %s".formatted(rule, String.join(", ", SELECTORS)));
    }
    if (rule.settings().isEmpty()) {
      throw fault(
          rule.location(),
          "%s asks for nothing: expected one of %s"
              .formatted(rule, String.join(", ", SettingReader.KEYS)));
    }
    boolean aboutFloat =
        rule.settings().stream().anyMatch(asked -> asked.setting() instanceof KeepFloat);
    if (aboutFloat && (rule.settings().size() > 1 || rule.selector().role() == Role.WEIGHT)) {
      throw fault(
          rule.location(),
          "%s says 'float', which is about operations: expected no other setting and no weights"
              .formatted(rule));
    }
  }

  static InvalidInputException fault(Location place, String message) {
    return new InvalidInputException(DiagnosticKind.FILE_CONTENT, place, message);
  }
}
