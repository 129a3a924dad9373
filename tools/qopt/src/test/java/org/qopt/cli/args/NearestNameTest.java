package org.qopt.cli.args;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("calibrate", "run", "compare", "cse", "cso");

  @Test
  void findsANameWithFewMistakes() {
    assertEquals(Optional.of("calibrate"), NearestName.of("calibrat", KNOWN));
    assertEquals(Optional.of("calibrate"), NearestName.of("callibrete", KNOWN));
    assertEquals(Optional.of("compare"), NearestName.of("comapre", KNOWN));
  }

  @Test
  void doesNotGuessWildly() {
    assertEquals(Optional.empty(), NearestName.of("legalize", KNOWN));
    assertEquals(Optional.empty(), NearestName.of("", KNOWN));
    assertEquals(Optional.empty(), NearestName.of("xyz", KNOWN));
  }

  @Test
  void takesTheFirstByAlphabetAmongEquals() {
    assertEquals(Optional.of("cse"), NearestName.of("csx", KNOWN));
  }
}
