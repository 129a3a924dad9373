package org.qopt.cli.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Optional<Double> ANY = Optional.empty();

  @Test
  void letsAllThroughThatAsksForNothing() {
    assertEquals(List.of(), new Gate(ANY, ANY, ANY).failures(Results.bad()));
  }

  @Test
  void takesTheLeastAllowedForGood() {
    Gate gate = new Gate(Optional.of(20.0), Optional.of(0.5), Optional.of(0.5));
    assertEquals(List.of(), gate.failures(Results.twentyDecibels()));
  }

  @Test
  void namesAllThatFallsShort() {
    Gate gate = new Gate(Optional.of(20.5), Optional.of(0.75), Optional.of(0.9));
    assertEquals(
        List.of(
            "expected SQNR of \"y\" in dB of at least 20.5, but got 20.0000",
            "expected agreement of at least 0.75, but got 0.500000",
            "expected top-1 of at least 0.9, but got 0.500000"),
        gate.failures(Results.twentyDecibels()));
  }

  @Test
  void findsEqualOutputsGoodEnoughForAnySqnr() {
    Gate gate = new Gate(Optional.of(1e9), ANY, ANY);
    assertEquals(List.of(), gate.failures(Results.equal()));
  }

  @Test
  void letsNoNanThrough() {
    Gate gate = new Gate(Optional.of(-1e9), ANY, ANY);
    assertEquals(
        List.of("expected SQNR of \"y\" in dB of at least -1.0E9, but got NaN"),
        gate.failures(Results.bad()));
  }
}
