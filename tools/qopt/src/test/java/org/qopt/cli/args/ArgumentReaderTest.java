package org.qopt.cli.args;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments.Given;

class ArgumentReaderTest {
  private static final ArgumentReader READER =
      new ArgumentReader(
          List.of(
              Flag.of("o", "FILE", "where the result goes"),
              Flag.of("data", "FILE", "samples"),
              Flag.of("raw", "integers"),
              Flag.optional("canonicalize", "OPTIONS", "a pass"),
              Flag.optional("cse", "OPTIONS", "a pass")));

  @Test
  void takesOneDashOrTwo() {
    List<Given> expected = List.of(with("data", "a.npy"), bare("raw"));
    assertEquals(expected, flags("--data=a.npy", "--raw"));
    assertEquals(expected, flags("-data=a.npy", "-raw"));
    assertEquals(expected, flags("-data", "a.npy", "-raw"));
    assertEquals(expected, flags("--data", "a.npy", "-raw"));
  }

  @Test
  void keepsTheOrderOfFlagsAndFiles() {
    Arguments read = read("b.qir", "--cse", "a.qir", "--canonicalize", "--cse");
    assertEquals(List.of(bare("cse"), bare("canonicalize"), bare("cse")), read.flags());
    assertEquals(List.of("b.qir", "a.qir"), read.positional());
  }

  @Test
  void takesAnOptionalValueOnlyAfterAnEqualsSign() {
    Arguments read = read("--canonicalize", "max-iterations=3", "-cse=x=1 y=2,3");
    assertEquals(List.of(bare("canonicalize"), with("cse", "x=1 y=2,3")), read.flags());
    assertEquals(List.of("max-iterations=3"), read.positional());
  }

  @Test
  void takesAnEmptyOptionalValueForNone() {
    assertEquals(List.of(bare("cse")), flags("--cse="));
  }

  @Test
  void keepsEqualsSignsAndBlanksInValues() {
    assertEquals(List.of(with("data", "x=a b.npy")), flags("--data=x=a b.npy"));
    assertEquals(List.of(with("data", "x=a b.npy")), flags("--data", "x=a b.npy"));
  }

  @Test
  void takesTheShortFlagInAllItsForms() {
    assertEquals(List.of(with("o", "y.qir")), flags("-o", "y.qir"));
    assertEquals(List.of(with("o", "y.qir")), flags("-o=y.qir"));
    assertEquals(List.of(with("o", "y.qir")), flags("-oy.qir"));
    assertEquals(List.of(with("o", "-")), flags("-o", "-"));
  }

  @Test
  void takesALoneDashForAFile() {
    assertEquals(List.of("-"), read("-", "--raw").positional());
  }

  @Test
  void takesAllForFilesAfterTwoDashes() {
    assertEquals(List.of("--raw"), read("--", "--raw").positional());
  }

  @Test
  void namesAnUnknownFlagAsItWasWritten() {
    assertEquals("unknown flag '--nothing'", fault("--nothing"));
    assertEquals("unknown flag '-nothing'", fault("-nothing=3"));
  }

  @Test
  void suggestsTheNearestFlag() {
    assertEquals(
        "unknown flag '--canonicalise'; did you mean '--canonicalize'?", fault("--canonicalise"));
  }

  @Test
  void doesNotTakeTheStartOfAFlagForTheFlag() {
    assertEquals("unknown flag '--canon'", fault("--canon"));
  }

  @Test
  void asksForAMissingValue() {
    assertEquals("flag needs a value: --data=FILE", fault("--data"));
    assertEquals("flag needs a value: -o FILE", fault("a.qir", "-o"));
    assertEquals("flag needs a value: --data=FILE", fault("--data="));
    assertEquals("flag needs a value: -o FILE", fault("-o", ""));
  }

  @Test
  void takesTruthForASwitch() {
    assertEquals(flags("--raw"), flags("--raw=true"));
    assertEquals(flags("--raw"), flags("-raw=1"));
    assertEquals(flags("--raw"), flags("--raw="));
    assertEquals(List.of(), flags("--raw=false"));
    assertEquals(List.of("--raw=false"), read("--", "--raw=false").positional());
  }

  @Test
  void refusesAnotherValueForASwitch() {
    assertEquals("--raw wants true or false, but got 'maybe'", fault("--raw=maybe"));
  }

  private static Arguments read(String... words) {
    return READER.read(List.of(words));
  }

  private static List<Given> flags(String... words) {
    return read(words).flags();
  }

  private static String fault(String... words) {
    return assertThrows(UsageException.class, () -> read(words)).getMessage();
  }

  private static Given with(String name, String value) {
    return new Given(name, Optional.of(value));
  }

  private static Given bare(String name) {
    return new Given(name, Optional.empty());
  }
}
