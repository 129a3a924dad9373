package org.example.plugin;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.qopt.lit.LitException;
import org.qopt.lit.junit.LitTests;

/** Runs the golden tests of the plugin. */
class GoldenTest {
  @TestFactory
  Stream<DynamicNode> goldenTests() throws LitException {
    return LitTests.in(Path.of("tests"), Map.of());
  }
}
