package org.qopt.passes;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.quantize.Profiles;

/** AnnotatedPrograms in text, and passes that run on them. */
public final class AnnotatedPrograms {
  private static final Dialects DIALECTS = Dialects.load();

  private AnnotatedPrograms() {}

  /** {@return the module in {@code text}} */
  public static Operation read(String text) {
    return QirReader.read(text, "test.qir", DIALECTS, ReadOptions.STRICT).module();
  }

  /** {@return the text of {@code module}} */
  public static String text(Operation module) {
    return Printer.toText(module, PrintOptions.PRETTY);
  }

  /** {@return a context that knows the test profiles and takes diagnostics} */
  public static PassContext context(Diagnostics diagnostics) {
    return PassContext.of(DIALECTS, diagnostics).with(Profiles.class, TestProfile.PROFILES);
  }

  /** {@return what {@code pass} makes of {@code text}, without errors} */
  public static String run(Pass pass, String text) {
    Operation module = read(text);
    Diagnostics diagnostics = new Diagnostics();
    pass.run(module, context(diagnostics));
    diagnostics.throwIfErrors();
    return text(module);
  }

  /** {@return the diagnostics with which {@code pass} refuses {@code text}} */
  public static List<Diagnostic> refusal(Pass pass, String text) {
    Operation module = read(text);
    return assertThrows(
            InvalidInputException.class, () -> pass.run(module, context(new Diagnostics())))
        .diagnostics();
  }
}
