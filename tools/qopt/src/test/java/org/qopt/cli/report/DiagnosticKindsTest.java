package org.qopt.cli.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qopt.cli.QoptRun;
import org.qopt.cli.data.Arrays;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * Each kind of diagnostic that {@code qopt explain} lists is brought about by a command line, and
 * shown with its code. The codes of clauses are provoked by golden tests.
 */
class DiagnosticKindsTest {
  private static final String ALLOW = "--allow-unregistered-dialect";
  private static final String RELU = "%y = nn.relu %x : tensor<2xf32>";

  @TempDir private Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    Files.writeString(folder.resolve("relu.qir"), function(RELU));
    Files.writeString(folder.resolve("relu6.qir"), function("%y = nn.relu6 %x : tensor<2xf32>"));
    Files.writeString(folder.resolve("no.npy"), "no array");
    Files.writeString(folder.resolve("empty.onnx"), "");
    Arrays.writeNpy(folder.resolve("d.npy"), Tensor.of(Shape.of(1, 2), 8f, 9f));
  }

  @ParameterizedTest
  @EnumSource
  void isProvoked(DiagnosticKind kind) throws IOException {
    Optional<QoptRun> run = provoke(kind);
    if (run.isPresent()) {
      String shown = run.get().err();
      assertTrue(shown.contains("[" + kind.code()), shown);
    }
  }

  // Empty for what needs more than a command line; the reason stands there.
  private Optional<QoptRun> provoke(DiagnosticKind kind) throws IOException {
    return switch (kind) {
      case GENERAL -> run("--run-reproducer", "relu.qir");
      case SYNTAX -> text("\"a\"(", ALLOW);
      case NESTING -> text("\"a\"() {x = " + "[".repeat(10_000), ALLOW);
      case OPERATION_UNKNOWN -> body("%y = nn.rulu %x : tensor<2xf32>");
      case DIALECT_UNREGISTERED -> text("\"a.b\"() : () -> ()");
      case VALUE_NAME -> text("\"a\"(%0) : (i32) -> ()", ALLOW);
      case VALUE_TYPE -> text("%0 = \"a\"() : () -> i32\n\"b\"(%0) : (i64) -> ()", ALLOW);
      case BLOCK_NAME -> text("\"a\"() ({ \"b\"()[^x] : () -> () }) : () -> ()", ALLOW);
      case WEIGHTS ->
          text(
              """
              %0 = "a"() {x = dense_resource<k> : tensor<2xi8>} : () -> i32
              {-# external_resources: { qopt: { weights: "../s" } } #-}
              """,
              ALLOW);
      case OPERAND_COUNT -> body("%y = \"nn.relu\"() : () -> tensor<2xf32>");
      case OPERAND_TYPE ->
          body("%i = nn.shape %x : i32\n%y = \"nn.relu\"(%i) : (i32) -> tensor<2xf32>");
      case RESULT_COUNT -> body("%z:2 = \"nn.relu\"(%x) : (tensor<2xf32>) -> (i8, i8)\n" + RELU);
      case RESULT_TYPE -> body("%z = \"nn.relu\"(%x) : (tensor<2xf32>) -> i32\n" + RELU);
      case RESULT_INFERENCE ->
          body("%y = nn.reshape %x {shape = array<i64: 2, 1>} : tensor<2xf32>");
      case REGION_COUNT -> text("\"builtin.module\"() : () -> ()");
      case ATTRIBUTE_MISSING -> body("%y = nn.clamp %x : tensor<2xf32>");
      case ATTRIBUTE_VALUE -> body("%y = nn.softmax %x {axis = \"a\"} : tensor<2xf32>");
      case ATTRIBUTE_UNKNOWN -> body("%y = nn.softmax %x {axsi = 0} : tensor<2xf32>");
      case TRAIT -> body("%z = nn.relu %x : tensor<3xf32>\n" + RELU);
      case TERMINATOR -> body("return %x : tensor<2xf32>\n%y = nn.relu %x : tensor<2xf32>");
      case SUCCESSOR -> text("\"a\"() ({\n^x:\n  \"b\"()[^x] : () -> ()\n}) : () -> ()", ALLOW);
      case SYMBOL -> text("func.func private @f()\nfunc.func private @f()");
      case FUNCTION_TYPE -> body("%y = call @g() : () -> tensor<2xf32>");
      case DOMINANCE -> body("%y = nn.relu %z : tensor<2xf32>\n%z = nn.relu %y : tensor<2xf32>");
      case PASS_FAILED -> run("--inline=default-pipeline=builtin.module(cse)", "relu.qir");
      case NOT_CONVERGED ->
          body(
              "%z = nn.relu %x : tensor<2xf32>\n%y = nn.relu %z : tensor<2xf32>",
              "--canonicalize=max-iterations=1 test-convergence");
      case NOT_LEGAL -> run("--legalize-to-tpu", "relu.qir");
      case CALIBRATION_MISSING -> run("--legalize=tpu", "relu.qir");
      case NOT_RUNNABLE -> {
        text(
            """
            func.func private @g(tensor<2xf32>) -> tensor<2xf32>
            func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
              %y = call @g(%x) : (tensor<2xf32>) -> tensor<2xf32>
              return %y : tensor<2xf32>
            }
            """);
        yield run("run", "m.qir", "--input=d.npy");
      }
      case MODEL -> run("empty.onnx");
      case FILE_ACCESS -> run("none.qir");
      case FILE_CONTENT -> run("run", "relu.qir", "--input=no.npy");
      case EXPECTATION -> text("// expected-error@+1 {{x}}\nmodule {}", "--verify-diagnostics");
      case GATE -> run("compare", "relu.qir", "relu6.qir", "--data=d.npy", "--min-sqnr=100");
      case REMARK_PASSED ->
          body(
              "%z = nn.relu %x : tensor<2xf32>\n%y = nn.relu %z : tensor<2xf32>",
              "--canonicalize", "--remarks=passed");
      case REMARK_MISSED ->
          body(
              "%y = call @g(%x) : (tensor<2xf32>) -> tensor<2xf32>",
              "--inline", "--remarks=missed");
      case REMARK_ANALYSIS -> run("--quant-annotate", "--remarks=analysis", "relu.qir");
      // The reader knows no value from outside; VerifierTest makes such a program.
      case ISOLATION -> Optional.empty();
      // Needs code with a fault; PluginsTest brings some along.
      case CODE_FAULT -> Optional.empty();
      // Needs a dialect that prints what it does not read; there is none.
      case ROUND_TRIP -> Optional.empty();
      // Is reported before the flag that shows codes is read; PluginsTest asks for the messages.
      case PLUGIN -> Optional.empty();
      // A test that exhausts the heap would take other tests with it.
      case MEMORY -> Optional.empty();
    };
  }

  private Optional<QoptRun> body(String lines, String... flags) throws IOException {
    return text(function(lines), flags);
  }

  private static String function(String lines) {
    return """
        func.func private @g(tensor<2xf32>) -> tensor<2xf32>
        func.func @f(%x: tensor<2xf32>) -> tensor<2xf32> {
          BODY
          return %y : tensor<2xf32>
        }
        """
        .replace("BODY", lines);
  }

  private Optional<QoptRun> text(String program, String... flags) throws IOException {
    Files.writeString(folder.resolve("m.qir"), program);
    return run(Stream.concat(Stream.of(flags), Stream.of("m.qir")).toArray(String[]::new));
  }

  private Optional<QoptRun> run(String... words) {
    Stream<String> all =
        Stream.concat(Stream.of(words), Stream.of("--show-diagnostic-codes", "--max-errors=0"));
    return Optional.of(QoptRun.in(folder, all.toArray(String[]::new)));
  }
}
