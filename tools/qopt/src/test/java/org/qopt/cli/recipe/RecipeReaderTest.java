package org.qopt.cli.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Saturation;
import org.qopt.dialect.bfp.ScaleChoice;
import org.qopt.dialect.bfp.Sharing;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.quantize.ValueRange;
import org.qopt.quantize.recipe.RecipeRule;
import org.qopt.quantize.recipe.Selector.Role;
import org.qopt.quantize.recipe.Setting;

class RecipeReaderTest {
  @Test
  void readsEveryKey() {
    List<RecipeRule> rules =
        RecipeReader.read(
                """
                # All settings.
                [[rule]]
                values = 'conv\\d+'
                storage = "i16"
                sharing = "block(all)"
                exponents = "dynamic"
                rounding = "half_even"
                saturation = "full"
                scale = "ceil"
                range = [-1, 2.5]

                [[rule]]
                ops = 'nn\\.conv2d'
                role = "weight"
                sharing = "channel"

                [[rule]]
                values = 'x'
                float = false
                """,
                "r.toml")
            .rules();
    assertEquals(3, rules.size());
    assertEquals(
        List.of(
            new Setting.Storage(16),
            new Setting.Shared(new Sharing.PerBlock(Sharing.PerBlock.ALL)),
            new Setting.Exponent(true),
            new Setting.Rounded(BlockRounding.HALF_EVEN),
            new Setting.Saturated(Saturation.FULL),
            new Setting.Scale(ScaleChoice.CEIL),
            new Setting.Range(new ValueRange(-1, 2.5f))),
        settings(rules.get(0)));
    assertEquals(List.of(new Setting.Shared(new Sharing.PerChannel(0))), settings(rules.get(1)));
    assertEquals(List.of(new Setting.KeepFloat(false)), settings(rules.get(2)));
    assertTrue(rules.get(0).selector().matches(Role.ACTIVATION, "conv12", Optional.empty()));
    assertEquals("\"r.toml\":12:1", rules.get(1).location().toString());
  }

  private static List<Setting> settings(RecipeRule rule) {
    return rule.settings().stream().map(RecipeRule.Asked::setting).toList();
  }

  @Test
  void selectsByWholeNamesAndByEverythingThatIsSaid() {
    var selector =
        RecipeReader.read(
                "[[rule]]\nvalues = 'conv'\nops = 'nn\\.(conv2d|add)'\nscale = \"floor\"\n", "r")
            .rules()
            .getFirst()
            .selector();
    assertTrue(selector.matches(Role.ACTIVATION, "conv", Optional.of("nn.add")));
    assertTrue(!selector.matches(Role.ACTIVATION, "conv1", Optional.of("nn.add")));
    assertTrue(!selector.matches(Role.ACTIVATION, "conv", Optional.of("nn.addition")));
    assertTrue(!selector.matches(Role.ACTIVATION, "conv", Optional.empty()));
    assertTrue(!selector.matches(Role.WEIGHT, "conv", Optional.of("nn.add")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[rule]]~values = 'x~|2|malformed TOML: ",
        "||expected at least one table [[rule]]",
        "rules = 1||expected tables [[rule]] and nothing else, but got 'rules'",
        "rule = 3||expected at least one table [[rule]]",
        "rule = [3]||expected 'rule' to be tables [[rule]], but got 3",
        "[[rule]]~values = 'x'~ruonding = \"up\"|3|rule 1 has an unknown key 'ruonding'; did you mean 'rounding'?",
        "[[rule]]~values = '(x'~scale = \"ceil\"|2|rule 1: expected 'values' to be a regular expression (Unclosed group), but got \"(x\"",
        "[[rule]]~values = 7~scale = \"ceil\"|2|rule 1: expected 'values' to be a text, but got 7",
        "[[rule]]~~values = 'x'~  rounding = \"up\"|4|rule 1: expected 'rounding' to be one of \"half_even\", \"half_up\", \"truncate\", but got \"up\"",
        "[[rule]]~values = 'x'~exponents = 4|3|rule 1: expected 'exponents' to be one of \"static\", \"dynamic\", but got 4",
        "[[rule]]~values = 'x'~storage = \"i4\"|3|rule 1: expected 'storage' to be \"i8\" or \"i16\", but got \"i4\"",
        "[[rule]]~values = 'x'~sharing = \"block(0)\"|3|rule 1: expected 'sharing' to be \"tensor\", \"channel\", \"block(SIZE)\" or \"block(all)\", but got \"block(0)\"",
        "[[rule]]~values = 'x'~range = [2, 1]|3|rule 1: expected 'range' to be [LEAST, LARGEST] of finite numbers, but got [2, 1]",
        "[[rule]]~values = 'x'~range = [nan, 1]|3|rule 1: expected 'range' to be [LEAST, LARGEST] of finite numbers, but got [NaN, 1]",
        "[[rule]]~values = 'x'~range = [1]|3|rule 1: expected 'range' to be [LEAST, LARGEST] of finite numbers, but got [1]",
        "[[rule]]~values = 'x'~float = \"yes\"|3|rule 1: expected 'float' to be true or false, but got \"yes\"",
        "[[rule]]~values = 'x'~scale = \"ceil\"~[[rule]]~scale = \"ceil\"|4|rule 2 selects nothing: expected one of values, ops, role",
        "[[rule]]~values = 'x'|1|rule 1 asks for nothing: expected one of float, storage, sharing, exponents, rounding, saturation, scale, range",
        "[[rule]]~values = 'x'~float = true~scale = \"ceil\"|1|rule 1 says 'float', which is about operations: expected no other setting and no weights",
        "rule = [{values = 'x', scale = 'up'}]||rule 1: expected 'scale' to be one of \"floor\", \"ceil\", \"nearest\", but got \"up\"",
      })
  void saysWhereAndHowAFileIsAtFault(String text, String line, String message) {
    String file = text == null ? "" : text.replace('~', '\n') + "\n";
    Diagnostic found =
        assertThrows(InvalidInputException.class, () -> RecipeReader.read(file, "r.toml"))
            .diagnostics()
            .getFirst();
    assertTrue(found.message().startsWith(message), found.message());
    assertTrue(
        found.location().toString().startsWith("\"r.toml\":" + (line == null ? "0" : line) + ":"),
        found.location().toString());
  }
}
