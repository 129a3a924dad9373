package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.attribute.DialectAttribute;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.op.OpDef;

class DialectAttributeTest {
  private static final Dialects DIALECTS = Dialects.of(List.of(new Modes()));

  /** {@code #modes.mode<fast>}. */
  private record Mode(String name) implements DialectAttribute {
    @Override
    public String dialect() {
      return "modes";
    }

    @Override
    public String toString() {
      return "#modes.mode<" + name + ">";
    }
  }

  private static final class Modes implements Dialect {
    @Override
    public String name() {
      return "modes";
    }

    @Override
    public String description() {
      return "A dialect with an attribute.";
    }

    @Override
    public List<OpDef> ops() {
      return List.of();
    }

    @Override
    public List<String> attributeNames() {
      return List.of("mode");
    }

    @Override
    public Optional<DialectAttribute> parseAttribute(String body) {
      if (!body.startsWith("mode<")) {
        return Optional.empty();
      }
      String name = body.substring("mode<".length(), body.length() - 1);
      if (!name.equals("fast") && !name.equals("exact")) {
        throw new IllegalArgumentException("expected mode fast or exact, but found " + name);
      }
      return Optional.of(new Mode(name));
    }
  }

  @Test
  void theDialectReadsItsOwnAttributes() {
    var module =
        QirReader.read(
                "#m = #modes.mode<fast>\n\"t.op\"() {a = #modes.mode<exact>, b = #m} : () -> ()",
                Qir.FILE,
                DIALECTS,
                ReadOptions.ALLOW_UNREGISTERED)
            .module();
    var operation = module.region(0).entry().orElseThrow().first().orElseThrow();
    assertEquals(Optional.of(new Mode("exact")), operation.attributes().find("a"));
    assertEquals(Optional.of(new Mode("fast")), operation.attributes().find("b"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "#modes.mode<slow> | expected mode fast or exact, but found slow",
        "#modes.mod<fast>  | dialect 'modes' has no attribute '#modes.mod<fast>'; did you mean '#modes.mode'?",
        "#modes<fast>      | dialect 'modes' has no attribute '#modes<fast>'; did you mean '#modes.mode'?",
      })
  void whatIsNoneOfItsAttributesIsAFault(String text, String message) {
    var failure =
        assertThrows(
            InvalidInputException.class,
            () ->
                QirReader.read(
                    "\"t.op\"() {a = " + text + "} : () -> ()",
                    Qir.FILE,
                    DIALECTS,
                    ReadOptions.ALLOW_UNREGISTERED));
    assertEquals(message, failure.diagnostics().getFirst().message());
    assertEquals(new FileLocation(Qir.FILE, 1, 15), failure.diagnostics().getFirst().location());
  }
}
