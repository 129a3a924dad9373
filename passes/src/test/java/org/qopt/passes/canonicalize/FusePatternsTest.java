package org.qopt.passes.canonicalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.ir.Operation;
import org.qopt.passes.Programs;
import org.qopt.passes.canonicalize.fuse.ExpandBatchNorm;
import org.qopt.passes.canonicalize.fuse.FoldAddIntoBias;
import org.qopt.passes.canonicalize.fuse.FoldBatchNorm;
import org.qopt.passes.canonicalize.fuse.FoldMulIntoFilter;
import org.qopt.passes.canonicalize.fuse.FoldPad;
import org.qopt.passes.canonicalize.fuse.FuseActivation;
import org.qopt.passes.canonicalize.fuse.MatmulToFullyConnected;

final class FusePatternsTest {
  private static final String CONV =
      "%a = nn.conv2d %x, %w, %b : tensor<1x3x3x2xf32> loc(\"conv\")";
  private static final String CONV_NO_BIAS =
      "%a = nn.conv2d %x, %w : tensor<1x3x3x2xf32> loc(\"conv\")";
  private static final String DEPTHWISE =
      "%a = nn.depthwise_conv2d %x, %d, %b : tensor<1x3x3x2xf32> loc(\"conv\")";
  private static final String CONNECTED =
      "%a = nn.fully_connected %x, %m, %b : tensor<1x3x3x2xf32> loc(\"conv\")";

  /** A function whose lines may use an image, weights and statistics. */
  private static String function(String... lines) {
    return """
    func.func @f(%%x: tensor<1x3x3x2xf32>, %%v: tensor<2xf32>) -> tensor<1x3x3x2xf32> {
      %%w = nn.constant {value = dense<[[[[1.0, -2.0]]], [[[0.5, 3.0]]]]> : tensor<2x1x1x2xf32>}
          : tensor<2x1x1x2xf32>
      %%d = nn.constant {value = dense<[[[[1.5, -2.0]]]]> : tensor<1x1x1x2xf32>}
          : tensor<1x1x1x2xf32>
      %%m = nn.constant {value = dense<[[1.0, -2.0], [0.5, 3.0]]> : tensor<2x2xf32>}
          : tensor<2x2xf32>
      %%b = nn.constant {value = dense<[0.25, -1.0]> : tensor<2xf32>} : tensor<2xf32>
      %%c = nn.constant {value = dense<[[[[2.0, -3.0]]]]> : tensor<1x1x1x2xf32>}
          : tensor<1x1x1x2xf32>
      %%rows = nn.constant {value = dense<[[[2.0]], [[3.0]], [[4.0]]]> : tensor<3x1x1xf32>}
          : tensor<3x1x1xf32>
      %%scalar = nn.constant {value = dense<2.0> : tensor<f32>} : tensor<f32>
      %%s = nn.constant {value = dense<[2.0, -3.0]> : tensor<2xf32>} : tensor<2xf32>
      %%o = nn.constant {value = dense<[0.1, 0.2]> : tensor<2xf32>} : tensor<2xf32>
      %%mean = nn.constant {value = dense<[-1.0, 4.0]> : tensor<2xf32>} : tensor<2xf32>
      %%variance = nn.constant {value = dense<[0.5, 2.0]> : tensor<2xf32>} : tensor<2xf32>
      %s
      return %%y : tensor<1x3x3x2xf32>
    }
    """
        .formatted(String.join("\n  ", lines));
  }

  private static String y(String operation) {
    return "%y = " + operation + " : tensor<1x3x3x2xf32> loc(\"last\")";
  }

  private static void assertNamed(Operation module) {
    assertEquals(Optional.of("last"), Programs.returned(module).result().name());
    assertEquals("fused[\"last\", \"conv\"]", Programs.returned(module).location().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        CONV + "| nn.conv2d",
        DEPTHWISE + "| nn.depthwise_conv2d",
        CONNECTED + "| nn.fully_connected",
        "%a = nn.add %x, %x : tensor<1x3x3x2xf32> loc(\"conv\") | nn.add",
        "%a = nn.sub %x, %v : tensor<1x3x3x2xf32> loc(\"conv\") | nn.sub",
        "%a = nn.mul %x, %x : tensor<1x3x3x2xf32> loc(\"conv\") | nn.mul",
      })
  void activationIsFused(String producer, String name) {
    Operation module =
        new PatternTester(new FuseActivation()).fires(function(producer, y("nn.relu %a")), name);
    assertEquals(Activation.RELU, Activation.of(Programs.returned(module)));
    assertNamed(module);
  }

  @Test
  void clampToOneIsFused() {
    Operation module =
        new PatternTester(new FuseActivation())
            .fires(
                function(CONV, y("nn.clamp %a {max = 1.0 : f32, min = -1.0 : f32}")), "nn.conv2d");
    assertEquals(Activation.RELU_N1_TO_1, Activation.of(Programs.returned(module)));
  }

  @Test
  void relu6IsFusedOntoRelu() {
    Operation module =
        new PatternTester(new FuseActivation())
            .fires(
                function(
                    "%a = nn.conv2d %x, %w {activation = \"relu\"} : tensor<1x3x3x2xf32>",
                    y("nn.relu6 %a")),
                "nn.conv2d");
    assertEquals(Activation.RELU6, Activation.of(Programs.returned(module)));
  }

  @Test
  void activationOfSharedValueIsKept() {
    new PatternTester(new FuseActivation())
        .doesNotFire(
            function(CONV, "%r = nn.relu %a : tensor<1x3x3x2xf32>", y("nn.div %r, %a")),
            "the operand has other users");
  }

  @Test
  void activationWithoutNameIsKept() {
    new PatternTester(new FuseActivation())
        .doesNotFire(
            function(CONV, y("nn.clamp %a {max = 1.0 : f32, min = 0.0 : f32}")),
            "there is no activation that bounds to [0.0, 1.0]");
  }

  @Test
  void activationOfOtherOperationIsKept() {
    new PatternTester(new FuseActivation())
        .doesNotFire(
            function("%a = nn.tanh %x : tensor<1x3x3x2xf32>", y("nn.relu %a")),
            "the operand's operation has no activation");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONV, CONV_NO_BIAS, DEPTHWISE, CONNECTED})
  void sumBecomesBias(String linear) {
    for (String summand : new String[] {"%c", "%s", "%scalar"}) {
      String name = linear.split("[ =]+")[1];
      assertNamed(
          new PatternTester(new FoldAddIntoBias())
              .fires(function(linear, y("nn.add %a, " + summand)), name));
      assertNamed(
          new PatternTester(new FoldAddIntoBias())
              .fires(function(linear, y("nn.sub %a, " + summand)), name));
    }
  }

  @Test
  void activationOfSumIsKept() {
    Operation module =
        new PatternTester(new FoldAddIntoBias())
            .fires(function(CONV, y("nn.add %a, %c {activation = \"relu\"}")), "nn.conv2d");
    assertEquals(Activation.RELU, Activation.of(Programs.returned(module)));
  }

  @Test
  void sumAlongRowsIsNoBias() {
    new PatternTester(new FoldAddIntoBias())
        .doesNotFire(
            function(CONV, y("nn.add %a, %rows")),
            "what is added is not one constant for each channel");
  }

  @Test
  void sumAfterActivationIsNoBias() {
    new PatternTester(new FoldAddIntoBias())
        .doesNotFire(
            function(
                "%a = nn.conv2d %x, %w {activation = \"relu\"} : tensor<1x3x3x2xf32>",
                y("nn.add %a, %c")),
            "the operand's operation has an activation");
  }

  @Test
  void sumWithComputedBiasIsKept() {
    new PatternTester(new FoldAddIntoBias())
        .doesNotFire(
            function("%a = nn.conv2d %x, %w, %v : tensor<1x3x3x2xf32>", y("nn.add %a, %c")),
            "the bias is no constant");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONV, CONV_NO_BIAS, DEPTHWISE, CONNECTED})
  void productBecomesWeights(String linear) {
    String name = linear.split("[ =]+")[1];
    for (String factor : new String[] {"%c", "%s", "%scalar"}) {
      assertNamed(
          new PatternTester(new FoldMulIntoFilter())
              .fires(function(linear, y("nn.mul %a, " + factor)), name));
      assertNamed(
          new PatternTester(new FoldMulIntoFilter())
              .fires(function(linear, y("nn.div %a, " + factor)), name));
    }
  }

  @Test
  void productWithComputedFactorIsKept() {
    new PatternTester(new FoldMulIntoFilter())
        .doesNotFire(
            function(CONV, y("nn.mul %a, %v")), "the factor is not one constant for each channel");
  }

  @Test
  void quotientByZeroIsKept() {
    new PatternTester(new FoldMulIntoFilter())
        .doesNotFire(
            function(
                CONV,
                "%z = nn.constant {value = dense<0.0> : tensor<f32>} : tensor<f32>",
                y("nn.div %a, %z")),
            "a channel is divided by zero");
  }

  private static final String NORM =
      "nn.batch_norm %a, %s, %o, %mean, %variance {epsilon = 0.001 : f32}";

  @ParameterizedTest
  @ValueSource(strings = {CONV, CONV_NO_BIAS, DEPTHWISE, CONNECTED})
  void batchNormIsFolded(String linear) {
    String name = linear.split("[ =]+")[1];
    assertNamed(new PatternTester(new FoldBatchNorm()).fires(function(linear, y(NORM)), name));
  }

  @Test
  void batchNormOfSharedValueIsNotFolded() {
    new PatternTester(new FoldBatchNorm())
        .doesNotFire(
            function(CONV, "%n = " + NORM + " : tensor<1x3x3x2xf32>", y("nn.add %n, %a")),
            "the operand has other users");
  }

  @Test
  void batchNormWithComputedStatisticIsNotFolded() {
    new PatternTester(new FoldBatchNorm())
        .doesNotFire(
            function(CONV, y("nn.batch_norm %a, %s, %o, %mean, %v {epsilon = 0.001 : f32}")),
            "a statistic is no constant");
  }

  @Test
  void batchNormAlongOtherAxisIsNotFolded() {
    new PatternTester(new FoldBatchNorm())
        .doesNotFire(
            """
            func.func @f(%x: tensor<1x2x2x2xf32>) -> tensor<1x2x2x2xf32> {
              %w = nn.constant {value = dense<1.0> : tensor<2x1x1x2xf32>} : tensor<2x1x1x2xf32>
              %s = nn.constant {value = dense<1.0> : tensor<2xf32>} : tensor<2xf32>
              %a = nn.conv2d %x, %w : tensor<1x2x2x2xf32>
              %y = nn.batch_norm %a, %s, %s, %s, %s {axis = 1 : i64, epsilon = 0.001 : f32}
                  : tensor<1x2x2x2xf32>
              return %y : tensor<1x2x2x2xf32>
            }
            """,
            "the axis is not that of the output channels");
  }

  @Test
  void batchNormIsExpanded() {
    Operation module =
        new PatternTester(new ExpandBatchNorm())
            .fires(
                function("%a = nn.tanh %x : tensor<1x3x3x2xf32>", y(NORM)),
                "nn.tanh",
                "nn.mul",
                "nn.add");
    Operation sum = Programs.returned(module);
    assertEquals(Optional.of("last"), sum.result().name());
    assertEquals(Optional.of("last/scaled"), sum.operand(0).name());
  }

  @Test
  void batchNormAlongFirstChannelAxisIsExpanded() {
    new PatternTester(new ExpandBatchNorm())
        .fires(
            """
            func.func @f(%x: tensor<1x2x3x4xf32>) -> tensor<1x2x3x4xf32> {
              %s = nn.constant {value = dense<[2.0, 3.0]> : tensor<2xf32>} : tensor<2xf32>
              %y = nn.batch_norm %x, %s, %s, %s, %s {axis = 1 : i64, epsilon = 0.001 : f32}
                  : tensor<1x2x3x4xf32>
              return %y : tensor<1x2x3x4xf32>
            }
            """,
            "nn.mul", "nn.add");
  }

  @Test
  void batchNormWithComputedStatisticIsNotExpanded() {
    new PatternTester(new ExpandBatchNorm())
        .doesNotFire(
            function(CONV, y("nn.batch_norm %a, %s, %o, %mean, %v {epsilon = 0.001 : f32}")),
            "a statistic is no constant");
  }

  private static String padded(String padding, String value) {
    return """
    func.func @f(%%x: tensor<1x3x3x2xf32>) -> tensor<1x4x7x2xf32> {
      %%w = nn.constant {value = dense<0.5> : tensor<2x1x1x2xf32>} : tensor<2x1x1x2xf32>
      %%a = nn.pad %%x {padding = array<i64: %s>, value = %s : f32} : tensor<1x3x6x2xf32>
      %%y = nn.conv2d %%a, %%w {padding = array<i64: 1, 0, 0, 1>} : tensor<1x4x7x2xf32>
      return %%y : tensor<1x4x7x2xf32>
    }
    """
        .formatted(padding, value);
  }

  @Test
  void padBecomesPadding() {
    Operation module =
        new PatternTester(new FoldPad())
            .fires(padded("0, 0, 0, 0, 2, 1, 0, 0", "0.0"), "nn.conv2d");
    assertEquals(new Padding(1, 0, 2, 2), new Conv2dOp(Programs.returned(module)).padding());
  }

  @Test
  void padByOtherNumberIsKept() {
    new PatternTester(new FoldPad())
        .doesNotFire(
            padded("0, 0, 0, 0, 2, 1, 0, 0", "1.0"), "it is padded by other numbers than 0");
  }

  @Test
  void padOfChannelsIsKept() {
    new PatternTester(new FoldPad())
        .doesNotFire(
            """
            func.func @f(%x: tensor<1x3x3x1xf32>) -> tensor<1x3x3x2xf32> {
              %w = nn.constant {value = dense<0.5> : tensor<2x1x1x2xf32>} : tensor<2x1x1x2xf32>
              %a = nn.pad %x {padding = array<i64: 0, 0, 0, 0, 0, 0, 1, 0>} : tensor<1x3x3x2xf32>
              %y = nn.conv2d %a, %w : tensor<1x3x3x2xf32>
              return %y : tensor<1x3x3x2xf32>
            }
            """,
            "other axes than height and width are padded");
  }

  @Test
  void matmulByConstantIsFullyConnected() {
    new PatternTester(new MatmulToFullyConnected())
        .fires(function(y("nn.matmul %x, %m")), "nn.fully_connected");
  }

  @Test
  void matmulOfInputsIsKept() {
    new PatternTester(new MatmulToFullyConnected())
        .doesNotFire(
            """
            func.func @f(%x: tensor<2x3xf32>, %z: tensor<3x4xf32>) -> tensor<2x4xf32> {
              %y = nn.matmul %x, %z : tensor<2x4xf32>
              return %y : tensor<2x4xf32>
            }
            """,
            "the right operand is no constant matrix");
  }
}
