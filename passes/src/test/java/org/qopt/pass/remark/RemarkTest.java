package org.qopt.pass.remark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.pass.PassContext;
import org.qopt.passes.Programs;

final class RemarkTest {
  private static final Remark MISSED =
      Remark.of(Remark.Kind.MISSED, "inline", "", UnknownLocation.UNKNOWN, "the call stays");

  private final Diagnostics shown = new Diagnostics();

  @Test
  void diagnosticEndsWithValuesAndSource() {
    Diagnostic diagnostic =
        MISSED
            .with("size", 9)
            .with("limit", 4)
            .withNote(UnknownLocation.UNKNOWN, "n")
            .toDiagnostic();
    assertEquals(Severity.REMARK, diagnostic.severity());
    assertEquals("the call stays {size = 9, limit = 4} [missed: inline]", diagnostic.message());
    assertEquals("n", diagnostic.notes().getFirst().message());
  }

  @Test
  void withoutASinkOnlyThoseForAllAreShown() {
    PassContext context = PassContext.of(Programs.DIALECTS, shown);
    context.remark(MISSED);
    context.remark(MISSED.shownAlways().with("n", 1));
    assertEquals(
        List.of("the call stays {n = 1} [missed: inline]"),
        shown.all().stream().map(Diagnostic::message).toList());
    assertFalse(context.wantsRemarks(Remark.Kind.MISSED));
  }

  @Test
  void theSinkDecidesWhatIsShown() {
    List<Remark> taken = new ArrayList<>();
    RemarkSink sink =
        new RemarkSink() {
          @Override
          public boolean wants(Remark.Kind kind) {
            return true;
          }

          @Override
          public boolean take(Remark remark) {
            taken.add(remark);
            return remark.values().isEmpty();
          }
        };
    PassContext context = PassContext.of(Programs.DIALECTS, shown).with(RemarkSink.class, sink);
    context.remark(MISSED.with("n", 1).shownAlways());
    context.remark(MISSED);
    assertEquals(2, taken.size());
    assertEquals(1, shown.all().size());
  }
}
