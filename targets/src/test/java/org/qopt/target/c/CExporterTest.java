package org.qopt.target.c;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.target.Programs;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.export.ExportedFile;
import org.qopt.target.tpu.export.c.TpuLowering;

class CExporterTest {
  private static final String TRANSPOSED =
      """
      func.func @f(%a: tensor<2x3x!quant.uniform<i8:f32, 0.5>>) -> tensor<3x2x!quant.uniform<i8:f32, 0.5>> {
        %b = tpu.transpose %a {permutation = array<i64: 1, 0>} : tensor<3x2x!quant.uniform<i8:f32, 0.5>>
        return %b : tensor<3x2x!quant.uniform<i8:f32, 0.5>>
      }
      """;

  private static List<ExportedFile> export(String program, String name, boolean alone) {
    return new CExporter(new TpuLowering())
        .export(
            Programs.read(program),
            new ExportRequest(name, alone, ImmutableMap.of(), new Diagnostics()));
  }

  private static String text(ExportedFile file) {
    return new String(file.content(), StandardCharsets.UTF_8);
  }

  @Test
  void theSourceIncludesTheHeader() {
    List<ExportedFile> files = export(TRANSPOSED, "my-net", false);
    assertEquals(List.of("c", "h"), files.stream().map(ExportedFile::extension).toList());
    assertTrue(text(files.get(0)).startsWith("#include \"my-net.h\"\n"));
    assertTrue(text(files.get(1)).contains("void my_net_run("));
  }

  @Test
  void theSourceHoldsTheHeaderWhereThereIsNoneOrItCannotBeIncluded() {
    assertFalse(text(export(TRANSPOSED, "net", true).getFirst()).contains("#include \"net.h\""));
    assertTrue(text(export(TRANSPOSED, "a\"b", false).getFirst()).contains("#define A_B_INPUTS 1"));
  }

  @Test
  void theSameProgramGivesTheSameBytes() {
    List<ExportedFile> first = export(TRANSPOSED, "net", false);
    List<ExportedFile> second = export(TRANSPOSED, "net", false);
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i).content(), second.get(i).content());
    }
  }

  @Test
  void callsAreRefusedWhereTheyStand() {
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () ->
                export(
                    """
                    func.func private @g(tensor<2xi8>) -> tensor<2xi8>
                    func.func @main(%a: tensor<2xi8>) -> tensor<2xi8> {
                      %b = call @g(%a) : (tensor<2xi8>) -> tensor<2xi8>
                      return %b : tensor<2xi8>
                    }
                    """,
                    "net", false));
    assertEquals(
        "'func.call' op cannot be written in C: expected a program in one function (the pass inline"
            + " makes one), but this refers to another",
        refusal.getMessage());
    assertEquals("\"test.qir\":3:8", refusal.diagnostics().getFirst().location().toString());
  }

  @Test
  void typesWithoutAFormAreRefused() {
    InvalidInputException refusal =
        assertThrows(
            InvalidInputException.class,
            () -> export("func.func @f(%a: i1) -> i1 { return %a : i1 }", "net", false));
    assertEquals(
        "'f/%0' cannot be written in C: expected a tensor of integers of 8, 16, 32 or 64 bits, but"
            + " got i1",
        refusal.getMessage());
  }
}
