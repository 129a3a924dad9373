package org.qopt.lit.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BooleanExpressionTest {
  private static final Set<String> FEATURES = Set.of("it", "is", "target=x86_64", "c++17");

  @ParameterizedTest
  @CsvSource({
    "it, true",
    "that, false",
    "true, true",
    "false, false",
    "!it, false",
    "!!it, true",
    "it && is, true",
    "it && that, false",
    "that || is, true",
    "that || that && it, false",
    "it || that && that, true",
    "!(it && that) && c++17, true",
    "target={{.*}}64, true",
    "target={{arm|x86}}, false",
    "{{target=(arm|x86).*}}, true",
    "i{{[ts]}} && is, true"
  })
  void evaluates(String expression, boolean expected) throws ScriptException {
    assertEquals(expected, BooleanExpression.evaluate(expression, FEATURES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "it is", "it &&", "(it", "it)", "!", "it & is", "{{(}}"})
  void refuses(String expression) {
    assertThrows(ScriptException.class, () -> BooleanExpression.evaluate(expression, FEATURES));
  }
}
