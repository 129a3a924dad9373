package org.qopt.cli.args;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments.Given;

class ArgumentsTest {
  @Test
  void answersWithTheLastValueOrAll() {
    Arguments arguments = given("a", "1", "b", "x", "a", "2");
    assertEquals(Optional.of("2"), arguments.value("a"));
    assertEquals(List.of("1", "2"), arguments.values("a"));
    assertEquals(Optional.empty(), arguments.value("c"));
    assertTrue(arguments.has("b"));
    assertFalse(arguments.has("c"));
  }

  @Test
  void readsBooleans() {
    assertTrue(given("v", "true").isOn("v", false));
    assertTrue(given("v", "1").isOn("v", false));
    assertFalse(given("v", "false").isOn("v", true));
    assertFalse(given("v", "0").isOn("v", true));
    assertTrue(given().isOn("v", true));
    assertFalse(given().isOn("v", false));
    assertTrue(
        new Arguments(ImmutableList.of(new Given("v", Optional.empty())), ImmutableList.of())
            .isOn("v", false));
  }

  @Test
  void refusesWhatIsNoBoolean() {
    assertEquals(
        "--v wants true or false, but got 'maybe'",
        fault(() -> given("v", "maybe").isOn("v", true)));
  }

  @Test
  void readsWholeNumbers() {
    assertEquals(Optional.of(8L), given("n", "8").number("n", 1));
    assertEquals(Optional.of(0L), given("n", "0").number("n", 0));
    assertEquals(Optional.empty(), given().number("n", 1));
  }

  @Test
  void refusesWhatIsNoWholeNumberOfThatSize() {
    for (String text : List.of("0", "-3", "x", "", "1.5", "99999999999999999999")) {
      assertEquals(
          "--n wants a whole number of at least 1, but got '" + text + "'",
          fault(() -> given("n", text).number("n", 1)));
    }
  }

  @Test
  void readsRealNumbers() {
    assertEquals(Optional.of(24.5), given("x", "24.5").real("x"));
    assertEquals("--x wants a number, but got 'high'", fault(() -> given("x", "high").real("x")));
  }

  @Test
  void refusesANumberThatIsNone() {
    assertEquals("--x wants a number, but got 'NaN'", fault(() -> given("x", "NaN").real("x")));
  }

  @Test
  void givesTheOnlyFile() {
    assertEquals("a.qir", files("a.qir").only("program"));
    assertEquals("expected one program, but got none", fault(() -> files().only("program")));
    assertEquals(
        "expected one program, but got [a, b]", fault(() -> files("a", "b").only("program")));
  }

  private static Arguments given(String... namesAndValues) {
    ImmutableList.Builder<Given> flags = ImmutableList.builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      flags.add(new Given(namesAndValues[i], Optional.of(namesAndValues[i + 1])));
    }
    return new Arguments(flags.build(), ImmutableList.of());
  }

  private static Arguments files(String... files) {
    return new Arguments(ImmutableList.of(), ImmutableList.copyOf(files));
  }

  private static String fault(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(UsageException.class, call).getMessage();
  }
}
