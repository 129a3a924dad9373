package org.qopt.littests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.check.SplitInput;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.parser.qir.SourceFile;

/**
 * Every clause of every operation has a golden test that breaks it: a piece of {@code
 * dialects/DIALECT/ops-invalid.qir} with a symbol called {@code mnemonic_c1_what_is_wrong}, in
 * which the verifier reports just what the clause says.
 */
class ClauseCasesTest {
  private static final Dialects DIALECTS = Dialects.load();

  static Stream<OpDef> definitions() {
    return DIALECTS.ops().values().stream().filter(def -> !def.clauses().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyClauseHasACaseThatBreaksIt(OpDef def) throws IOException {
    Path file = Path.of("dialects", def.dialect(), "ops-invalid.qir");
    assertTrue(Files.exists(file), () -> "there is no " + file);
    List<SourceFile> pieces = SplitInput.split(SourceFile.read(file));
    for (Clause clause : def.clauses()) {
      String name = def.mnemonic() + "_" + clause.id().toLowerCase(Locale.ROOT) + "_";
      List<SourceFile> cases =
          pieces.stream()
              .filter(p -> p.text().contains("@" + name) || p.text().contains("\"" + name))
              .toList();
      assertTrue(!cases.isEmpty(), () -> file + " has no case called " + name + "...");
      for (SourceFile one : cases) {
        assertTrue(
            isBrokenIn(one, def, clause),
            () -> "no operation breaks '" + clause.text() + "' in " + one.text());
      }
    }
  }

  private static boolean isBrokenIn(SourceFile piece, OpDef def, Clause clause) {
    Operation module = QirReader.read(piece, DIALECTS, ReadOptions.ALLOW_UNREGISTERED).module();
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(module, diagnostics);
    List<String> reported = diagnostics.all().stream().map(Diagnostic::message).toList();
    List<Operation> operations = new ArrayList<>();
    module.walk(operations::add);
    return operations.stream()
        .filter(operation -> operation.is(def))
        .map(operation -> clause.check().violation(operation))
        .flatMap(Optional::stream)
        .anyMatch(text -> reported.contains("'" + def.name() + "' op " + text));
  }
}
