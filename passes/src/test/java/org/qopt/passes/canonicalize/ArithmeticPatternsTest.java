package org.qopt.passes.canonicalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.ir.Operation;
import org.qopt.passes.Programs;
import org.qopt.passes.canonicalize.arithmetic.MoveConstantRight;
import org.qopt.passes.canonicalize.arithmetic.RemoveAddOfZero;
import org.qopt.passes.canonicalize.arithmetic.RemoveMulByOne;

final class ArithmeticPatternsTest {
  private static String function(String operation) {
    return """
    func.func @f(%%x: tensor<4xf32>) -> tensor<4xf32> {
      %%zero = nn.constant {value = dense<0.0> : tensor<f32>} : tensor<f32>
      %%one = nn.constant {value = dense<1.0> : tensor<4xf32>} : tensor<4xf32>
      %%mixed = nn.constant {value = dense<[1.0, 1.0, 0.0, 1.0]> : tensor<4xf32>} : tensor<4xf32>
      %%r = nn.tanh %%x : tensor<4xf32> loc("r")
      %%y = %s : tensor<4xf32> loc("y")
      return %%y : tensor<4xf32>
    }
    """
        .formatted(operation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nn.add", "nn.mul"})
  void constantMovesRight(String op) {
    Operation module =
        new PatternTester(new MoveConstantRight())
            .fires(function(op + " %mixed, %r"), "nn.tanh", op);
    assertEquals(Optional.of("r"), Programs.returned(module).operand(0).name());
  }

  @Test
  void constantOnTheRightStays() {
    new PatternTester(new MoveConstantRight())
        .doesNotFire(function("nn.add %r, %mixed"), "the left operand alone is not a constant");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nn.add %r, %zero", "nn.sub %r, %zero"})
  void sumWithZeroIsRemoved(String operation) {
    Operation module =
        new PatternTester(new RemoveAddOfZero()).fires(function(operation), "nn.tanh");
    assertEquals(Optional.of("y"), Programs.returned(module).result().name());
  }

  @Test
  void activationOfSumWithZeroStays() {
    new PatternTester(new RemoveAddOfZero())
        .fires(function("nn.add %r, %zero {activation = \"relu\"}"), "nn.tanh", "nn.relu");
  }

  @Test
  void sumWithOtherConstantStays() {
    new PatternTester(new RemoveAddOfZero())
        .doesNotFire(function("nn.add %r, %mixed"), "the right operand is not the constant 0");
  }

  @Test
  void sumThatBroadcastsStays() {
    new PatternTester(new RemoveAddOfZero())
        .doesNotFire(
            """
            func.func @f(%x: tensor<1xf32>) -> tensor<4xf32> {
              %zero = nn.constant {value = dense<0.0> : tensor<4xf32>} : tensor<4xf32>
              %y = nn.add %x, %zero : tensor<4xf32>
              return %y : tensor<4xf32>
            }
            """,
            "the right operand makes the result larger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nn.mul %r, %one", "nn.div %r, %one"})
  void productWithOneIsRemoved(String operation) {
    new PatternTester(new RemoveMulByOne()).fires(function(operation), "nn.tanh");
  }

  @Test
  void productWithOtherConstantStays() {
    new PatternTester(new RemoveMulByOne())
        .doesNotFire(function("nn.mul %r, %mixed"), "the right operand is not the constant 1");
  }
}
