package org.qopt.lit.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.lit.script.Directive.Define;
import org.qopt.lit.script.Directive.Lines;

class SubstitutionsTest {
  private static final Lines LINES = new Lines(7, 8);

  private static Substitutions with(OptionalInt limit, String... keysAndValues) {
    List<Substitution> all = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.add(Substitution.of(keysAndValues[i], keysAndValues[i + 1]));
    }
    return new Substitutions(all, Set.of("yes"), limit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "%if yes %{ a %}!a",
        "%if no %{ a %}!''",
        "%if no %{ a %} %else %{ b %}!b",
        "x%if yes %{ %if no %{ a %} %else %{ b %} %}y!x  b  y",
        "%if (no || yes) %{%s%} %else %{%t%}!FILE",
        "%%if %%s %s!%if %s FILE",
        "%} %{ %if!%} %{ %if",
        "\\btool\\b!\\btool\\b",
        "a tool b toolbox!a /bin/tool b toolbox",
        "call(x, y)!y-x",
      })
  void replaces(String command, String expected) throws ScriptException {
    Substitutions substitutions =
        with(
            OptionalInt.empty(),
            "%s",
            "FILE",
            "%t",
            "TEMP",
            " \\btool\\b",
            " /bin/tool",
            "call\\((\\w+), (\\w+)\\)",
            "\\2-\\g<1>");
    assertEquals(expected, substitutions.apply(command));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "%if yes a!'%{' is missing for %if substitution",
        "%if yes %{ a!'%}' is missing for %if substitution",
        "%if yes %{ a %} %else b!'%{' is missing for %else substitution",
        "%if yes %{ a %} %else %{ b!'%}' is missing for %else substitution",
      },
      quoteCharacter = '"')
  void refusesConditions(String command, String message) {
    Substitutions none = with(OptionalInt.empty());
    assertEquals(
        message, assertThrows(ScriptException.class, () -> none.apply(command)).getMessage());
  }

  @Test
  void takesValuesLiterally() throws ScriptException {
    assertEquals("\\1 $1 \\n", with(OptionalInt.empty(), "%{a}", "\\1 $1 \\n").apply("%{a}"));
    assertEquals("\\n $x y", with(OptionalInt.empty(), "<(.)>", "\\n $x \\1").apply("<y>"));
  }

  @Test
  void replacesAgainOnlyWithALimit() throws ScriptException {
    assertEquals("%{b}", with(OptionalInt.empty(), "%{b}", "x", "%{a}", "%{b}").apply("%{a}"));
    assertEquals("x", with(OptionalInt.of(3), "%{b}", "x", "%{a}", "%{b}").apply("%{a}"));
    assertThrows(
        ScriptException.class, () -> with(OptionalInt.of(9), "%{a}", "x%{a}").apply("%{a}"));
  }

  @Test
  void defines() throws ScriptException {
    Substitutions substitutions = with(OptionalInt.empty(), "%s", "FILE", "@%{x}", "y");
    substitutions.define(new Define(LINES, true, "%{a}", "one %s"));
    assertEquals("one FILE", substitutions.apply("%{a}"));
    substitutions.define(new Define(LINES, false, "%{a}", "two"));
    assertEquals("two", substitutions.apply("%{a}"));
    refuses(substitutions, new Define(LINES, true, "%{a}", ""), "Substitution whose pattern");
    refuses(substitutions, new Define(LINES, false, "%{b}", ""), "No substitution for '%{b}'");
    refuses(substitutions, new Define(LINES, false, "%{x}", ""), "Existing substitution whose");
  }

  private static void refuses(Substitutions substitutions, Define definition, String message) {
    String found =
        assertThrows(ScriptException.class, () -> substitutions.define(definition)).getMessage();
    assertEquals(message, found.substring(0, message.length()));
    assertEquals(true, found.contains("directive from line 7 to 8"), found);
  }
}
