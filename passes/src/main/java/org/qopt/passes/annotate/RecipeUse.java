package org.qopt.passes.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.NearMiss;
import org.qopt.passes.match.ModuleNames;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.recipe.Recipe;
import org.qopt.quantize.recipe.RecipeRule;
import org.qopt.quantize.recipe.RefusedSetting;
import org.qopt.quantize.recipe.Selector.Role;
import org.qopt.quantize.recipe.Setting.KeepFloat;
import org.qopt.quantize.recipe.Settings;

/** A recipe while it is applied to a module: it remembers which rules were about anything. */
final class RecipeUse {
  private static final int NAMES_SHOWN = 5;

  /** A value that rules were held against. */
  private record Offer(Role role, String value, Optional<String> op) {}

  private final Recipe recipe;
  private final QuantProfile profile;
  private final Optional<ModuleNames> names;
  private final Set<RecipeRule> matched = new HashSet<>();
  private final List<Offer> offers = new ArrayList<>();

  private RecipeUse(Recipe recipe, QuantProfile profile, Optional<ModuleNames> names) {
    this.recipe = recipe;
    this.profile = profile;
    this.names = names;
  }

  /** {@return the use of {@code recipe} on {@code module}, which has not been changed yet} */
  static RecipeUse of(Recipe recipe, QuantProfile profile, Operation module) {
    return new RecipeUse(
        recipe,
        profile,
        recipe.rules().isEmpty() ? Optional.empty() : Optional.of(ModuleNames.of(module)));
  }

  /**
   * {@return whether {@code operation} is to stay float}
   *
   * @throws InvalidInputException if it is, where nothing may
   */
  boolean keepsFloat(Operation operation) {
    Settings settings =
        Settings.of(
            operation.results().stream()
                .flatMap(result -> rules(result, true).stream())
                .collect(Collectors.toSet()));
    boolean kept = settings.find(KeepFloat.class).map(KeepFloat::on).orElse(false);
    if (kept && !profile.hasIslands()) {
      throw refusal(
          settings.chosen(KeepFloat.class).orElseThrow(),
          operation.result(0),
          "every operation must have a form",
          "a profile with float islands, such as cpu");
    }
    return kept;
  }

  /** {@return the rules about the storage of {@code value}, an activation that is quantized} */
  List<RecipeRule> ofActivation(Value value) {
    return rules(value, false);
  }

  private List<RecipeRule> rules(Value value, boolean aboutFloat) {
    if (names.isEmpty()) {
      return List.of();
    }
    Value named = value;
    if (value.definingOp().filter(AnnotationPlan::isObservation).isPresent()) {
      named = value.definingOp().get().operand(0);
    }
    return matching(
        new Offer(Role.ACTIVATION, name(named), named.definingOp().map(Operation::name)),
        aboutFloat);
  }

  /** {@return what is asked for of {@code weights}, which {@code user} takes} */
  Settings ofWeight(Value weights, Operation user) {
    return names.isEmpty()
        ? Settings.NONE
        : Settings.of(
            matching(new Offer(Role.WEIGHT, name(weights), Optional.of(user.name())), false));
  }

  private List<RecipeRule> matching(Offer offer, boolean aboutFloat) {
    offers.add(offer);
    List<RecipeRule> found =
        recipe.rules().stream()
            .filter(rule -> isAboutFloat(rule) == aboutFloat)
            .filter(rule -> rule.selector().matches(offer.role(), offer.value(), offer.op()))
            .toList();
    matched.addAll(found);
    return found;
  }

  private static boolean isAboutFloat(RecipeRule rule) {
    return rule.settings().stream().anyMatch(asked -> asked.setting() instanceof KeepFloat);
  }

  private String name(Value value) {
    return names.orElseThrow().name(value);
  }

  /** {@return the error for what the profile cannot do with {@code value}} */
  InvalidInputException refusal(RefusedSetting refused, Value value) {
    return refusal(refused.chosen(), value, refused.getMessage(), refused.nearest());
  }

  /** {@return the error for a setting of {@code value} that is not possible} */
  InvalidInputException refusal(
      Settings.Chosen chosen, Value value, String reason, String nearest) {
    return new InvalidInputException(
        Diagnostic.error(
                chosen.asked().location(),
                "%s asks for %s, which profile %s cannot do with value \"%s\": %s"
                    .formatted(
                        chosen.rule(),
                        chosen.asked().setting(),
                        profile.name(),
                        name(value),
                        reason))
            .withNote(chosen.asked().location(), "nearest legal form: " + nearest));
  }

  /** Reports each rule that was about nothing, with the names that come nearest. */
  void reportUnmatched(DiagnosticSink sink) {
    recipe.rules().stream()
        .filter(rule -> !matched.contains(rule))
        .forEach(rule -> sink.report(unmatched(rule)));
  }

  private Diagnostic unmatched(RecipeRule rule) {
    String what = rule.selector().role() == Role.WEIGHT ? "weights" : "activations";
    List<Offer> named =
        ofRole(rule).filter(offer -> fits(rule.selector().values(), offer.value())).toList();
    boolean byName = named.isEmpty() && rule.selector().values().isPresent();
    String pattern =
        (byName ? rule.selector().values() : rule.selector().ops())
            .map(Pattern::pattern)
            .orElse("");
    List<String> known =
        (byName ? ofRole(rule).map(Offer::value) : named.stream().flatMap(o -> o.op().stream()))
            .distinct()
            .toList();
    return Diagnostic.error(
            rule.location(),
            "%s is about nothing: no %s that are quantized %s '%s'"
                .formatted(rule, what, relation(rule, byName, !named.isEmpty()), pattern))
        .withNote(rule.location(), hint(pattern, known));
  }

  private Stream<Offer> ofRole(RecipeRule rule) {
    return offers.stream().filter(offer -> offer.role() == rule.selector().role());
  }

  private static boolean fits(Optional<Pattern> pattern, String name) {
    return pattern.map(p -> p.matcher(name).matches()).orElse(true);
  }

  private static String relation(RecipeRule rule, boolean byName, boolean someNamed) {
    if (byName) {
      return "are named";
    }
    String so = someNamed && rule.selector().values().isPresent() ? "of that name " : "";
    return so + (rule.selector().role() == Role.WEIGHT ? "are used by" : "are computed by");
  }

  private static String hint(String pattern, List<String> known) {
    Optional<String> near = NearMiss.of(pattern, known);
    if (near.isPresent()) {
      return "did you mean '" + near.get() + "'?";
    }
    if (known.isEmpty()) {
      return "there are none at all";
    }
    return "there are "
        + known.stream()
            .limit(NAMES_SHOWN)
            .map(n -> "'" + n + "'")
            .collect(Collectors.joining(", "))
        + (known.size() > NAMES_SHOWN ? " and %d more".formatted(known.size() - NAMES_SHOWN) : "");
  }
}
