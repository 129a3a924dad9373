package org.qopt.passes.annotate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.Profiles;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.recipe.Recipe;

/**
 * Marks what is to be quantized and how.
 *
 * @param target the name of the target's profile
 * @param recipe the file that says what is to be stored otherwise than the profile has it
 */
public record QuantAnnotatePass(String target, Optional<Path> recipe) implements Pass {
  /** The module's attribute that names the profile that a program was annotated for. */
  public static final String PROFILE = "calib.profile";

  /** The name of the pass. */
  static final String NAME = "quant-annotate";

  /** The pass that leaves everything to the profile. */
  public QuantAnnotatePass(String target) {
    this(target, Optional.empty());
  }

  /** {@return the pass with this recipe} */
  public QuantAnnotatePass withRecipe(Path file) {
    return new QuantAnnotatePass(target, Optional.of(file));
  }

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "marks what is to be quantized and how")
        .describedAs(
            """
            Every value that the target's profile wants quantized passes through an operation of the \
            dialect calib: activations through calib.observe, weights through calib.weight, biases \
            through calib.bias. Values that must share one scale and zero point are of one group; \
            where the target prescribes the parameters, they stand in 'storage'. What prescribed \
            parameters would force on other values is kept from them by a second calib.observe in \
            between. Where the profile allows float islands, operations that it has no form for stay \
            float, and so do those whose form would cost more casts than it saves. The module's attribute calib.profile names the profile; a program that was \
            annotated for it already stays as it is.

            A program may carry parameters of its own, in casts and quantized types that no profile \
            asked for. They are taken out and stand in 'storage', as far as the profile can represent \
            them; docs/architecture.md says what becomes of others, and of values in between.

            A recipe asks for something else than the profile's default for some values: its rules \
            select them by name or operation, and what it asks for stands in 'storage' like the rest. \
            A rule that is about nothing, or wants what the profile cannot do, is an error.

            before:
              %y = nn.relu %x : tensor<4xf32>
            after:
              %0 = calib.observe %x {storage = !quant.any<i8:f32>} : tensor<4xf32>
              %y = nn.relu %0 : tensor<4xf32>
              %1 = calib.observe %y {storage = !quant.any<i8:f32>} : tensor<4xf32>""")
        .on(Anchor.MODULE)
        .option("target", "the target whose profile decides")
        .option("recipe", "the file that says what is stored otherwise than the profile has it");
  }

  @Override
  public void run(Operation operation, PassContext context) {
    Profiles profiles = context.findService(Profiles.class).orElseGet(Profiles::load);
    QuantProfile profile =
        profiles
            .find(target)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        operation.reportLocation(),
                        "no profile is named \"%s\"; known are: %s"
                            .formatted(target, String.join(", ", profiles.byName().keySet()))));
    if (isAnnotated(operation)) {
      return;
    }
    List<FuncOp> functions =
        new ModuleOp(operation)
            .opsOf(FuncOp.DEF).stream()
                .map(FuncOp::new)
                .filter(function -> !function.isDeclaration())
                .toList();
    annotate(operation, functions, profile, context);
    operation.setAttribute(PROFILE, new StringAttr(target));
  }

  private boolean isAnnotated(Operation module) {
    Optional<String> earlier = module.attribute(PROFILE, StringAttr.class).map(StringAttr::value);
    if (earlier.isPresent() && !earlier.get().equals(target)) {
      throw new InvalidInputException(
          module.reportLocation(),
          "the program was annotated for profile \"%s\", it cannot be annotated for \"%s\""
              .formatted(earlier.get(), target));
    }
    if (earlier.isPresent() && recipe.isPresent()) {
      throw new InvalidInputException(
          module.reportLocation(),
          "the program is annotated already: a recipe can only say how one is to be annotated");
    }
    return earlier.isPresent();
  }

  private void annotate(
      Operation module, List<FuncOp> functions, QuantProfile profile, PassContext context) {
    Map<FuncOp, CarriedParameters> carried = new HashMap<>();
    functions.forEach(function -> carried.put(function, CastRemoval.apply(function)));
    boolean calibrated = context.findService(CalibrationTable.class).isPresent();
    Recipe rules =
        recipe.map(file -> context.service(RecipeSource.class).load(file)).orElse(Recipe.NONE);
    RecipeUse use = RecipeUse.of(rules, profile, module);
    Diagnostics diagnostics = new Diagnostics();
    AnnotationChecker checker = new AnnotationChecker(profile, diagnostics);
    functions.forEach(FakeQuantizedConstants::unwrap);
    if (!profile.hasIslands()) {
      functions.forEach(checker::check);
    }
    diagnostics.throwIfErrors();
    List<FunctionPlan> plans =
        functions.stream()
            .map(f -> FunctionPlan.of(f, profile, use, carried.get(f), calibrated))
            .toList();
    use.reportUnmatched(diagnostics);
    diagnostics.throwIfErrors();
    Map<ParameterClass, Long> groups = new HashMap<>();
    plans.forEach(plan -> new Annotator(profile, plan, groups, context::remark).annotate());
  }
}
