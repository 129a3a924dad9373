package org.qopt.ir.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearMissTest {
  private static final List<String> KNOWN = List.of("calibrate", "run", "compare", "cse", "cso");

  @Test
  void findsANameWithFewMistakes() {
    assertEquals(Optional.of("calibrate"), NearMiss.of("calibrat", KNOWN));
    assertEquals(Optional.of("calibrate"), NearMiss.of("callibrete", KNOWN));
    assertEquals(Optional.of("compare"), NearMiss.of("comapre", KNOWN));
  }

  @Test
  void doesNotGuessWildly() {
    assertEquals(Optional.empty(), NearMiss.of("legalize", KNOWN));
    assertEquals(Optional.empty(), NearMiss.of("", KNOWN));
    assertEquals(Optional.empty(), NearMiss.of("xyz", KNOWN));
  }

  @Test
  void takesTheFirstByAlphabetAmongEquals() {
    assertEquals(Optional.of("cse"), NearMiss.of("csx", KNOWN));
  }
}
