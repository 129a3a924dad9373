package org.qopt.passes.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassContext;
import org.qopt.passes.AnnotatedPrograms;
import org.qopt.quantize.ValueRange;

class BindCalibrationPassTest {
  private static final BindCalibrationPass PASS = new BindCalibrationPass(Optional.empty());

  private static final String RELU =
      """
      func.func @f(%x: tensor<2xf32> loc("x")) -> tensor<2xf32> {
        %0 = calib.observe %x {storage = !quant.any<i8:f32>} : tensor<2xf32> loc("x")
        %y = nn.relu %0 : tensor<2xf32> loc("y")
        %1 = calib.observe %y {storage = !quant.any<i8:f32>} : tensor<2xf32> loc("y")
        return %1 : tensor<2xf32>
      }
      """;

  @Test
  void turnsRangesIntoCasts() {
    assertBound(
        RELU,
        Map.of("x", new ValueRange(-1, 1.55f), "y", new ValueRange(0, 2.55f)),
        """
        module {
          func.func @f(%arg0: tensor<2xf32>) -> tensor<2xf32> {
            %0 = quant.qcast %arg0 : tensor<2x!quant.uniform<i8:f32, 0.01:-28>>
            %1 = quant.dcast %0 : tensor<2xf32>
            %2 = nn.relu %1 : tensor<2xf32>
            %3 = quant.qcast %2 : tensor<2x!quant.uniform<i8:f32, 0.01:-128>>
            %4 = quant.dcast %3 : tensor<2xf32>
            return %4 : tensor<2xf32>
          }
        }
        """);
  }

  @Test
  void unitesTheRangesOfAGroup() {
    String text =
        bind(
            RELU.replace("{storage", "{group = 7 : i64, storage"),
            Map.of("x", new ValueRange(-1, 0.1f), "y", new ValueRange(0, 1.55f)));
    assertEquals(2, count(text, "!quant.uniform<i8:f32, 0.01:-28>"), text);
  }

  @Test
  void keepsPrescribedParameters() {
    String text =
        bind(RELU.replace("!quant.any<i8:f32>", "!quant.uniform<i8:f32, 0.5:3>"), Map.of());
    assertEquals(2, count(text, "!quant.uniform<i8:f32, 0.5:3>"), text);
  }

  @Test
  void quantizesWeightsPerChannelAndBiasesByTheProduct() {
    assertBound(
        conv("[12.7, -1.27]", "[1.0, -0.0005]"),
        Map.of("x", new ValueRange(-1, 1.55f)),
        """
        module {
          func.func @f(%arg0: tensor<1x1x1x1xf32>) -> tensor<1x1x1x2xf32> {
            %0 = quant.qcast %arg0 : tensor<1x1x1x1x!quant.uniform<i8:f32, 0.01:-28>>
            %1 = quant.dcast %0 : tensor<1x1x1x1xf32>
            %cst = nn.constant {value = dense<[[[[127]]], [[[-127]]]]> : tensor<2x1x1x1xi8>} : tensor<2x1x1x1x!quant.uniform<i8<-127:127>:f32:0, {0.1, 0.01}>>
            %2 = quant.dcast %cst : tensor<2x1x1x1xf32>
            %cst_0 = nn.constant {value = dense<[1000, -5]> : tensor<2xi32>} : tensor<2x!quant.uniform<i32:f32:0, {0.001, 1.0E-4}>>
            %3 = quant.dcast %cst_0 : tensor<2xf32>
            %4 = nn.conv2d %1, %2, %3 : tensor<1x1x1x2xf32>
            return %4 : tensor<1x1x1x2xf32>
          }
        }
        """);
  }

  @Test
  void raisesTheScaleOfWeightsWhoseBiasWouldNotFit() {
    Operation module = AnnotatedPrograms.read(conv("[12.7, 1.0E-9]", "[1.0, 1000.0]"));
    Diagnostics remarks = new Diagnostics();
    PASS.run(module, context(remarks, Map.of("x", new ValueRange(-1, 1.55f))));
    assertEquals(1, remarks.all().size());
    String message = remarks.all().getFirst().message();
    assertTrue(message.startsWith("the bias of channel 1 is too large for its scale"), message);
    // Half of what 32 bits hold: the other half is for the products.
    assertTrue(
        AnnotatedPrograms.text(module).contains("dense<[1000, 10737"),
        AnnotatedPrograms.text(module));
  }

  @Test
  void givesAConstantItsOwnRange() {
    assertBound(
        """
        func.func @f() -> tensor<2xf32> {
          %c = nn.constant {value = dense<[-1.0, 1.55]> : tensor<2xf32>} : tensor<2xf32>
          %0 = calib.observe %c {storage = !quant.any<i8:f32>} : tensor<2xf32>
          return %0 : tensor<2xf32>
        }
        """,
        Map.of(),
        """
        module {
          func.func @f() -> tensor<2xf32> {
            %cst = nn.constant {value = dense<[-128, 127]> : tensor<2xi8>} : tensor<2x!quant.uniform<i8:f32, 0.01:-28>>
            %0 = quant.dcast %cst : tensor<2xf32>
            return %0 : tensor<2xf32>
          }
        }
        """);
  }

  @Test
  void makesAChangeOfParametersADequantizationBeforeAQuantization() {
    String text =
        bind(
            """
            func.func @f(%x: tensor<2xf32> loc("x")) -> tensor<2xf32> {
              %0 = calib.observe %x {storage = !quant.uniform<i8:f32, 0.5:3>} : tensor<2xf32>
              %1 = calib.observe %0 {storage = !quant.any<i8:f32>} : tensor<2xf32>
              return %1 : tensor<2xf32>
            }
            """,
            Map.of("x", new ValueRange(-1, 1.55f)));
    assertTrue(
        text.contains("%2 = quant.qcast %1 : tensor<2x!quant.uniform<i8:f32, 0.01:-28>>"), text);
  }

  @Test
  void leavesWhatIsBoundAlone() {
    String bound =
        bind(RELU, Map.of("x", new ValueRange(-1, 1.55f), "y", new ValueRange(0, 2.55f)));
    assertEquals(bound, bind(bound, Map.of()));
  }

  @Test
  void readsTheFileThroughTheSource() {
    Operation module = AnnotatedPrograms.read(RELU);
    CalibrationSource source =
        file -> {
          assertEquals(Path.of("m.calib.json"), file);
          return table(Map.of("x", new ValueRange(0, 1), "y", new ValueRange(0, 1)));
        };
    new BindCalibrationPass(Optional.of(Path.of("m.calib.json")))
        .run(
            module,
            AnnotatedPrograms.context(new Diagnostics()).with(CalibrationSource.class, source));
    assertEquals(2, count(AnnotatedPrograms.text(module), "quant.qcast"));
  }

  @Test
  void namesTheFirstValueWithoutARangeAndTheCommandThatWouldSupplyIt() {
    Diagnostic error = refusal(RELU, Optional.empty());
    assertEquals("no range is known for value \"x\" and 1 other", error.message());
    assertTrue(error.notes().getFirst().message().contains("qopt calibrate"));
  }

  @Test
  void saysHowManyRangesThereAre() {
    Diagnostic error = refusal(RELU, Optional.of(Map.of("x", new ValueRange(0, 1))));
    assertEquals("no range is known for value \"y\"", error.message());
    assertEquals(
        "the calibration has ranges for 1 of the 2 values that need one",
        error.notes().getFirst().message());
  }

  @Test
  void recognizesTheCalibrationOfAnotherModel() {
    Diagnostic error =
        refusal(RELU, Optional.of(Map.of("a", new ValueRange(0, 1), "b", new ValueRange(0, 1))));
    assertEquals(
        "the calibration is of another model: it has ranges for \"a\", \"b\", and for no value of"
            + " this one",
        error.notes().getFirst().message());
  }

  @Test
  void refusesWeightsThatAreNotFinite() {
    Diagnostic error =
        refusal(
            conv("[0x7F800000, 1.0]", "[1.0, 1.0]"),
            Optional.of(Map.of("x", new ValueRange(0, 1))));
    assertEquals(
        "'calib.weight' op takes a constant that cannot be quantized: element 0 is Infinity",
        error.message());
  }

  @Test
  void refusesWeightsThatAreComputed() {
    Diagnostic error =
        refusal(
            """
            func.func @f(%x: tensor<2x1xf32>) -> tensor<2x1xf32> {
              %0 = calib.weight %x {axis = 0 : i64, storage = !quant.any<i8:f32>} : tensor<2x1xf32>
              return %0 : tensor<2x1xf32>
            }
            """,
            Optional.empty());
    assertEquals(
        "'calib.weight' op expects a constant, but got a computed value of type tensor<2x1xf32>",
        error.message());
  }

  private static String conv(String weights, String biases) {
    return """
    func.func @f(%%x: tensor<1x1x1x1xf32> loc("x")) -> tensor<1x1x1x2xf32> {
      %%0 = calib.observe %%x {storage = !quant.any<i8:f32>} : tensor<1x1x1x1xf32>
      %%c = nn.constant {value = dense<%s> : tensor<2x1x1x1xf32>} : tensor<2x1x1x1xf32>
      %%w = calib.weight %%c {axis = 0 : i64, storage = !quant.any<i8<-127:127>:f32>} : tensor<2x1x1x1xf32>
      %%d = nn.constant {value = dense<%s> : tensor<2xf32>} : tensor<2xf32>
      %%b = calib.bias %%d, %%0, %%w {storage = !quant.any<i32:f32>} : tensor<2xf32>
      %%y = nn.conv2d %%0, %%w, %%b : tensor<1x1x1x2xf32>
      return %%y : tensor<1x1x1x2xf32>
    }
    """
        .formatted(weights.replaceAll("([^\\[\\], ]+)", "[[[$1]]]"), biases);
  }

  private static CalibrationTable table(Map<String, ValueRange> ranges) {
    return CalibrationTable.of(ranges, 1, "minmax");
  }

  private static PassContext context(Diagnostics diagnostics, Map<String, ValueRange> ranges) {
    return AnnotatedPrograms.context(diagnostics).with(CalibrationTable.class, table(ranges));
  }

  private static String bind(String text, Map<String, ValueRange> ranges) {
    Operation module = AnnotatedPrograms.read(text);
    Diagnostics diagnostics = new Diagnostics();
    PASS.run(module, context(diagnostics, ranges));
    assertEquals(List.of(), diagnostics.all());
    return AnnotatedPrograms.text(module);
  }

  private static void assertBound(String text, Map<String, ValueRange> ranges, String expected) {
    assertEquals(expected.strip(), bind(text, ranges).strip());
  }

  private static Diagnostic refusal(String text, Optional<Map<String, ValueRange>> ranges) {
    Operation module = AnnotatedPrograms.read(text);
    PassContext plain = AnnotatedPrograms.context(new Diagnostics());
    PassContext context =
        ranges.map(r -> plain.with(CalibrationTable.class, table(r))).orElse(plain);
    return assertThrows(InvalidInputException.class, () -> PASS.run(module, context))
        .diagnostics()
        .getFirst();
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
