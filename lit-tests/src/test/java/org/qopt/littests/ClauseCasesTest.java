package org.qopt.littests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.ir.Dialects;
import org.qopt.ir.op.OpDef;

/**
 * Every clause of every operation has a golden test that breaks it: a symbol called {@code
 * mnemonic_c1_what_is_wrong} in {@code dialects/DIALECT/ops-invalid.qir}.
 */
class ClauseCasesTest {
  static Stream<OpDef> definitions() {
    return Dialects.load().ops().values().stream().filter(def -> !def.clauses().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyClauseHasACaseThatBreaksIt(OpDef def) throws IOException {
    Path folder = Path.of("dialects", def.dialect());
    assumeTrue(Files.isDirectory(folder), () -> "there is no " + folder + " yet");
    Path file = folder.resolve("ops-invalid.qir");
    assertTrue(Files.exists(file), () -> "there is no " + file);
    String cases = Files.readString(file);
    List<String> missing =
        def.clauses().stream()
            .map(clause -> def.mnemonic() + "_" + clause.id().toLowerCase(Locale.ROOT))
            .filter(name -> !cases.contains("@" + name + "_") && !cases.contains("\"" + name + "_"))
            .toList();
    assertTrue(missing.isEmpty(), () -> file + " has no cases called " + missing);
  }
}
