package org.qopt.quantize.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What rules ask for together: of each kind of setting, the one of the last rule that has it. */
public final class Settings {
  /**
   * A setting that counts.
   *
   * @param rule the rule that asks for it
   * @param asked the setting, and its place
   */
  public record Chosen(RecipeRule rule, RecipeRule.Asked asked) {}

  /** What leaves everything to the profile. */
  public static final Settings NONE = new Settings(Map.of());

  private final Map<Class<? extends Setting>, Chosen> byKind;

  private Settings(Map<Class<? extends Setting>, Chosen> byKind) {
    this.byKind = byKind;
  }

  /** {@return what {@code rules}, in any order, ask for of one value} */
  public static Settings of(Collection<RecipeRule> rules) {
    if (rules.isEmpty()) {
      return NONE;
    }
    Map<Class<? extends Setting>, Chosen> last = new LinkedHashMap<>();
    rules.stream()
        .sorted(Comparator.comparingInt(RecipeRule::number))
        .forEach(
            rule ->
                rule.settings()
                    .forEach(
                        asked -> last.put(asked.setting().getClass(), new Chosen(rule, asked))));
    return new Settings(last);
  }

  /** {@return the setting of this kind, if there is one} */
  public <S extends Setting> Optional<S> find(Class<S> kind) {
    return chosen(kind).map(found -> kind.cast(found.asked().setting()));
  }

  /** {@return the setting of this kind and who asks for it, if anyone does} */
  public Optional<Chosen> chosen(Class<? extends Setting> kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** {@return all that count} */
  public Collection<Chosen> all() {
    return byKind.values();
  }

  /** {@return whether nothing is asked for} */
  public boolean isEmpty() {
    return byKind.isEmpty();
  }
}
