package org.qopt.littests;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.qopt.lit.LitException;
import org.qopt.lit.junit.LitTests;

/** Runs every golden test of this module; {@code lit.toml} says how. */
class LitTest {
  @TestFactory
  Stream<DynamicNode> goldenTests() throws LitException {
    return LitTests.in(Path.of(""), Map.of());
  }
}
