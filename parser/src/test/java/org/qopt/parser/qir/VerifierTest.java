package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.ir.Dialects;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.check.DiagnosticVerifier;
import org.qopt.parser.check.SplitInput;

/** Each rule of the verifier, with text that breaks it. */
class VerifierTest {
  private static final SourceFile CASES =
      SourceFile.of(
          Qir.FILE,
          """
          // expected-error@+1 {{'func.return' op requires zero regions, but found 1}}
          "func.return"() ({}) : () -> ()
          // -----
          // expected-error@+1 {{'func.func' op requires attribute 'function_type'}}
          "func.func"() <{sym_name = "f"}> ({}) : () -> ()
          // -----
          // expected-error@+1 {{'func.func' op attribute 'sym_name' failed to satisfy constraint: string, but got 1 : i64}}
          "func.func"() <{sym_name = 1 : i64, function_type = () -> ()}> ({}) : () -> ()
          // -----
          func.func @f(%x: tensor<4xf32>) {
            // expected-error@+1 {{'nn.relu' op requires a single operand, but found 2}}
            %0 = nn.relu %x, %x : tensor<4xf32>
            return
          }
          // -----
          func.func @f(%x: tensor<4xf32>) {
            // expected-error@+1 {{'nn.relu' op requires a single result, but found 0}}
            nn.relu %x
            return
          }
          // -----
          func.func @f(%x: tensor<4xf32>) {
            // expected-error@+1 {{expected 2 to 3 operands, but found 1}}
            %0 = nn.conv2d %x : tensor<4xf32>
            return
          }
          // -----
          func.func @f(%x: i32) {
            // expected-error-re@+1 {{operand #0 must be {{.*}}, but got 'i32'}}
            %0 = nn.relu %x : tensor<4xf32>
            return
          }
          // -----
          func.func @f(%x: tensor<4xf32>) {
            // expected-error@+1 {{inferred type(s) 'tensor<4xf32>' are incompatible with return type(s) of operation 'tensor<5xf32>'}}
            %0 = nn.add %x, %x : tensor<5xf32>
            return
          }
          // -----
          func.func @f(%x: tensor<4xf32>) {
            // expected-error@+1 {{'nn.softmax' op has no attribute 'axes'; did you mean 'axis'?}}
            %0 = nn.softmax %x {axes = 0 : i64} : tensor<4xf32>
            return
          }
          // -----
          func.func @f(%x: tensor<4xf32>) {
            // expected-error@+1 {{'nn.softmax' op has no property 'extra'}}
            %0 = "nn.softmax"(%x) <{extra}> : (tensor<4xf32>) -> tensor<4xf32>
            return
          }
          // -----
          // expected-error@+1 {{empty block: expect at least a terminator}}
          "func.func"() <{sym_name = "f", function_type = () -> ()}> ({
          ^bb0:
          }) : () -> ()
          // -----
          func.func @f(%x: tensor<4xf32>) {
            // expected-error@+1 {{block with no terminator}}
            %0 = nn.relu %x : tensor<4xf32>
          }
          // -----
          func.func @f() {
            // expected-error@+1 {{'func.return' op must be the last operation in the parent block}}
            return
            return
          }
          // -----
          "a"() ({
            // expected-error@+1 {{operation with block successors must terminate its parent block}}
            "br"()[^bb1] : () -> ()
            "b"() : () -> ()
          ^bb1:
            "b"() : () -> ()
          }) : () -> ()
          // -----
          "a"() ({
          ^bb0:
            // expected-error@+1 {{entry block of region may not have predecessors}}
            "br"()[^bb0] : () -> ()
          ^bb1:
            "b"() : () -> ()
          }) : () -> ()
          // -----
          func.func @f(%x: i32) {
            // expected-error@+1 {{operand #1 does not dominate this use}}
            "b"(%x, %0) : (i32, i32) -> ()
            // expected-note@+1 {{operand defined here (op in the same block)}}
            %0 = "a"() : () -> i32
            return
          }
          // -----
          func.func @f() {
            // expected-error@+2 {{operand #0 does not dominate this use}}
            // expected-note@+1 {{operand defined here (op in the same block)}}
            %0 = "a"(%0) : (i32) -> i32
            return
          }
          // -----
          "a"() ({
            "br"()[^bb1, ^bb2] : () -> ()
          ^bb1:
            // expected-note@+1 {{operand defined here (op in the same region)}}
            %0 = "def"() : () -> i32
            "br"()[^bb2] : () -> ()
          ^bb2:
            // expected-error@+1 {{operand #0 does not dominate this use}}
            "use"(%0) : (i32) -> ()
          }) : () -> ()
          // -----
          // expected-note@+1 {{see existing symbol definition here}}
          func.func private @f()
          // expected-error@+1 {{redefinition of symbol named 'f'}}
          func.func private @f()
          // -----
          func.func @f() {
            // expected-error@+1 {{'func.func' op symbol's parent must have the SymbolTable trait}}
            func.func private @g()
            return
          }
          // -----
          func.func @f() {
            // expected-error@+1 {{'func.call' op 'g' does not reference a valid function}}
            call @g() : () -> ()
            return
          }
          // -----
          func.func private @g(i32) -> i32
          func.func @f(%x: i64) {
            // expected-error@+1 {{operand type mismatch: expected operand type 'i32', but provided 'i64' for operand number 0}}
            %0 = call @g(%x) : (i64) -> i32
            // expected-error@+1 {{incorrect number of operands for callee: expected 1, but provided 0}}
            %1 = call @g() : () -> i32
            // expected-error@+1 {{incorrect number of results for callee: expected 1, but provided 0}}
            call @g(%1) : (i32) -> ()
            return
          }
          // -----
          func.func @f(%x: i32) {
            // expected-error@+1 {{'func.return' op has 1 operands, but enclosing function (@f) returns 0}}
            return %x : i32
          }
          // -----
          func.func @f(%x: i32) {
            // expected-error@+2 {{has no operation 'nn.rulu'}}
            // expected-note@+1 {{never comes}}
            %0 = nn.rulu %x : i32
            return
          }
          """);

  static Stream<SourceFile> cases() {
    List<SourceFile> parts = SplitInput.split(CASES);
    return parts.subList(0, parts.size() - 1).stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsWhatIsExpectedAndNothingElse(SourceFile part) {
    List<Diagnostic> failures = DiagnosticVerifier.of(part).check(diagnose(part));
    assertEquals("", Qir.show(failures), part.text());
  }

  @Test
  void anExpectationThatIsNotMetIsAFailure() {
    SourceFile last = SplitInput.split(CASES).getLast();
    List<Diagnostic> failures = DiagnosticVerifier.of(last).check(diagnose(last));
    assertEquals(1, failures.size());
    assertEquals("expected note \"never comes\" was not produced", failures.getFirst().message());
  }

  @Test
  void aUseInAnIsolatedRegionOfAValueAroundItIsFound() {
    // No text can say this: names of values end where isolated regions begin.
    var module =
        Qir.read("%0 = \"a\"() : () -> i32\nfunc.func @f() { \"b\"() : () -> ()\n return }");
    var value = module.module().region(0).entry().orElseThrow().first().orElseThrow().result();
    module
        .module()
        .walk(
            op -> {
              if (op.name().equals("b")) {
                op.insertOperand(0, value);
              }
            });
    var diagnostics = new Diagnostics();
    Verifier.verify(module.module(), diagnostics);
    assertEquals(
        "test.qir:2:18: error: 'b' op using value defined outside the region\n"
            + "test.qir:2:1: note: required by region isolation constraints\n",
        Qir.show(diagnostics.all()));
  }

  @Test
  void theModelsNameOfAValueIsTold() {
    assertEquals(
        "test.qir:1:1: error: 'func.return' op expects parent op 'func.func'\n"
            + "test.qir:1:1: note: this comes from 'conv1' in the model\n",
        Qir.faults("\"func.return\"() : () -> () loc(\"conv1\")"));
  }

  private static List<Diagnostic> diagnose(SourceFile part) {
    try {
      var diagnostics = new Diagnostics();
      var program = QirReader.read(part, Dialects.load(), ReadOptions.ALLOW_UNREGISTERED);
      Verifier.verify(program.module(), diagnostics);
      return diagnostics.all();
    } catch (InvalidInputException e) {
      return e.diagnostics();
    }
  }
}
