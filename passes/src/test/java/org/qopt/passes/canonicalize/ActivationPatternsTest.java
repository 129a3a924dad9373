package org.qopt.passes.canonicalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.dialect.nn.HardSigmoidOp;
import org.qopt.ir.Operation;
import org.qopt.passes.Programs;
import org.qopt.passes.canonicalize.activation.FormHardSigmoid;
import org.qopt.passes.canonicalize.activation.FormHardSwish;
import org.qopt.passes.canonicalize.activation.MergeBounds;
import org.qopt.passes.canonicalize.activation.NameClamp;
import org.qopt.rewrite.ConstantFolder;
import org.qopt.rewrite.GreedyRewriter;

final class ActivationPatternsTest {
  /** A function of {@code %x} whose lines may use constants named by their value. */
  private static String function(String lines) {
    String body =
        lines
            .lines()
            .map(line -> "  " + line + " : tensor<2x4xf32> loc(\"" + line.substring(1, 2) + "\")\n")
            .reduce("", String::concat);
    return """
    func.func @f(%%x: tensor<2x4xf32>) -> tensor<2x4xf32> {
      %%three = nn.constant {value = dense<3.0> : tensor<f32>} : tensor<f32>
      %%six = nn.constant {value = dense<6.0> : tensor<1xf32>} : tensor<1xf32>
      %%sixth = nn.constant {value = dense<0.166666672> : tensor<f32>} : tensor<f32>
      %%fifth = nn.constant {value = dense<0.2> : tensor<f32>} : tensor<f32>
      %%half = nn.constant {value = dense<0.5> : tensor<f32>} : tensor<f32>
    %s  return %%y : tensor<2x4xf32>
    }
    """
        .formatted(body);
  }

  @Test
  void clampToSixIsRelu6() {
    Operation module =
        new PatternTester(new NameClamp())
            .fires(function("%y = nn.clamp %x {max = 6.0 : f32, min = 0.0 : f32}"), "nn.relu6");
    assertEquals(Optional.of("y"), Programs.returned(module).result().name());
  }

  @Test
  void clampFromZeroIsRelu() {
    new PatternTester(new NameClamp())
        .fires(function("%y = nn.clamp %x {max = 0x7F800000 : f32, min = 0.0 : f32}"), "nn.relu");
  }

  @Test
  void otherClampIsKept() {
    new PatternTester(new NameClamp())
        .doesNotFire(
            function("%y = nn.clamp %x {max = 5.0 : f32, min = 0.0 : f32}"),
            "no operation is called by these bounds");
  }

  @Test
  void reluAfterRelu6IsRemoved() {
    new PatternTester(new MergeBounds())
        .fires(function("%a = nn.relu6 %x\n%y = nn.relu %a"), "nn.relu6");
  }

  @Test
  void relu6AfterReluReplacesIt() {
    new PatternTester(new MergeBounds())
        .fires(function("%a = nn.relu %x\n%y = nn.relu6 %a"), "nn.relu6");
  }

  @Test
  void boundsAreIntersected() {
    new PatternTester(new MergeBounds())
        .fires(
            function("%a = nn.relu6 %x\n%y = nn.clamp %a {max = 9.0 : f32, min = 2.0 : f32}"),
            "nn.clamp");
  }

  @Test
  void reluOfActivatedSumIsRemoved() {
    new PatternTester(new MergeBounds())
        .fires(function("%a = nn.add %x, %x {activation = \"relu6\"}\n%y = nn.relu %a"), "nn.add");
  }

  @Test
  void reluOfSumIsNotMerged() {
    new PatternTester(new MergeBounds())
        .doesNotFire(
            function("%a = nn.add %x, %x\n%y = nn.relu %a"),
            "the operand's own activation cannot be taken away");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%a = nn.add %x, %three\n%b = nn.relu6 %a\n%y = nn.div %b, %six",
        "%a = nn.add %x, %three\n%b = nn.clamp %a {max = 6.0 : f32, min = 0.0 : f32}\n"
            + "%y = nn.mul %b, %sixth",
        "%a = nn.add %x, %three {activation = \"relu6\"}\n%y = nn.mul %a, %sixth",
      })
  void boundedLineIsHardSigmoid(String lines) {
    Operation module =
        new PatternTester(new FormHardSigmoid()).fires(function(lines), "nn.hard_sigmoid");
    HardSigmoidOp sigmoid = new HardSigmoidOp(Programs.returned(module));
    assertEquals(1f / 6, sigmoid.alpha(), 1e-7);
    assertEquals(0.5f, sigmoid.beta(), 1e-7);
  }

  @Test
  void slopeIsTakenFromProduct() {
    Operation module =
        new PatternTester(new FormHardSigmoid())
            .fires(
                function(
                    "%a = nn.mul %x, %fifth\n%b = nn.add %a, %half\n"
                        + "%y = nn.clamp %b {max = 1.0 : f32, min = 0.0 : f32}"),
                "nn.hard_sigmoid");
    assertEquals(0.2f, new HardSigmoidOp(Programs.returned(module)).alpha());
  }

  @Test
  void sharedLineIsNotHardSigmoid() {
    new PatternTester(new FormHardSigmoid())
        .doesNotFire(
            function(
                "%a = nn.add %x, %three\n%b = nn.relu6 %a\n%c = nn.div %b, %six\n"
                    + "%y = nn.add %c, %b"),
            "it does not scale a line that is cut off at 0");
  }

  @Test
  void boundsThatDoNotEndAtOneAreNotHardSigmoid() {
    new PatternTester(new FormHardSigmoid())
        .doesNotFire(
            function("%a = nn.add %x, %three\n%b = nn.relu6 %a\n%y = nn.mul %b, %half"),
            "it does not scale a line that is cut off at 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%a = nn.add %x, %three\n%b = nn.clamp %a {max = 6.0 : f32, min = 0.0 : f32}\n"
            + "%c = nn.mul %x, %b\n%y = nn.div %c, %six",
        "%a = nn.add %x, %three\n%b = nn.relu6 %a\n%c = nn.mul %b, %x\n%y = nn.mul %c, %sixth",
        "%a = nn.add %x, %three {activation = \"relu6\"}\n%c = nn.mul %x, %a\n"
            + "%y = nn.div %c, %six",
        "%a = nn.hard_sigmoid %x {alpha = 0.166666672 : f32, beta = 0.5 : f32}\n"
            + "%y = nn.mul %x, %a",
        "%a = nn.hard_sigmoid %x {alpha = 0.166666672 : f32, beta = 0.5 : f32}\n"
            + "%y = nn.mul %a, %x",
      })
  void gatedValueIsHardSwish(String lines) {
    Operation module =
        new PatternTester(new FormHardSwish()).fires(function(lines), "nn.hard_swish");
    assertEquals(Optional.of("y"), Programs.returned(module).result().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Another slope, another value under the gate, another divisor, an activation.
        "%a = nn.hard_sigmoid %x {alpha = 0.2 : f32, beta = 0.5 : f32}\n%y = nn.mul %x, %a",
        "%z = nn.tanh %x\n%a = nn.add %x, %three\n%b = nn.relu6 %a\n%c = nn.mul %z, %b\n"
            + "%y = nn.div %c, %six",
        "%a = nn.add %x, %three\n%b = nn.relu6 %a\n%c = nn.mul %x, %b\n%y = nn.div %c, %three",
      })
  void otherProductIsNotHardSwish(String lines) {
    new PatternTester(new FormHardSwish())
        .doesNotFire(function(lines), "it is not x * min(max(x + 3, 0), 6) / 6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%a = nn.add %three, %x\n%b = nn.clamp %a {max = 6.0 : f32, min = 0.0 : f32}\n"
            + "%c = nn.div %b, %six\n%y = nn.mul %x, %c",
        "%a = nn.add %x, %three\n%b = nn.clamp %a {max = 6.0 : f32, min = 0.0 : f32}\n"
            + "%c = nn.mul %b, %x\n%y = nn.mul %sixth, %c",
        "%a = nn.add %three, %x\n%b = nn.relu6 %a\n%c = nn.mul %sixth, %b\n%y = nn.mul %c, %x",
      })
  void allPatternsTogetherFindHardSwish(String lines) {
    Operation module = Programs.parse(function(lines));
    GreedyRewriter.of(CanonicalizePatterns.ALL).withFolder(ConstantFolder.NONE).rewrite(module);
    assertEquals(java.util.List.of("nn.hard_swish"), Programs.ops(module));
  }
}
