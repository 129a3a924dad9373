package org.qopt.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.op.OpDef;

/** What every definition must say about itself. */
class OpDocumentationTest {
  static Stream<OpDef> definitions() {
    return Dialects.load().ops().values().stream();
  }

  static Stream<Dialect> dialects() {
    return Dialects.load().all().values().stream();
  }

  @Test
  void theDialectsOfTheProjectAreRegistered() {
    assertEquals(
        java.util.Set.of("bfp", "builtin", "calib", "func", "nn", "quant", "rewrite"),
        Dialects.load().all().keySet());
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void aDialectSaysWhatItIsForAndListsOpsOfItsOwnInOrder(Dialect dialect) {
    assertFalse(dialect.description().isBlank());
    String previous = "";
    for (OpDef def : dialect.ops()) {
      assertEquals(dialect.name(), def.dialect());
      assertTrue(previous.compareTo(def.name()) < 0, def + " is out of order");
      previous = def.name();
    }
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aDefinitionHasSummaryDescriptionAndExample(OpDef def) {
    assertFalse(def.summary().isBlank());
    assertFalse(def.summary().endsWith("."), "a summary is a phrase");
    assertFalse(def.description().isBlank());
    String mnemonic = def.dialect().equals("func") ? def.mnemonic() : def.name();
    String written = def.name().equals("builtin.module") ? "module" : mnemonic;
    assertTrue(def.example().contains(written), "the example shows something else");
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyClauseAndConstraintHasAText(OpDef def) {
    def.clauses().forEach(clause -> assertFalse(clause.text().isBlank()));
    def.operands().forEach(operand -> assertFalse(operand.constraint().description().isBlank()));
    def.attributes()
        .values()
        .forEach(attribute -> assertFalse(attribute.constraint().description().isBlank()));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void defaultsKeepToTheirConstraints(OpDef def) {
    def.attributes()
        .values()
        .forEach(
            attribute ->
                attribute
                    .defaultValue()
                    .ifPresent(
                        value ->
                            assertTrue(
                                attribute.constraint().accepts().test(value), attribute.name())));
  }
}
