package org.qopt.passes.canonicalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.Operation;
import org.qopt.passes.Programs;
import org.qopt.passes.canonicalize.shape.DynamicReshapeToReshape;
import org.qopt.passes.canonicalize.shape.FoldShape;
import org.qopt.passes.canonicalize.shape.RemoveConcatOfOne;
import org.qopt.passes.canonicalize.shape.RemoveFullSlice;
import org.qopt.passes.canonicalize.shape.RemoveIdentityReshape;
import org.qopt.passes.canonicalize.shape.RemoveIdentityTranspose;
import org.qopt.passes.canonicalize.shape.TransposeToReshape;

final class ShapePatternsTest {
  private static String unary(String in, String op, String out) {
    return """
    func.func @f(%%x: tensor<%s>) -> tensor<%s> {
      %%r = nn.relu %%x : tensor<%s> loc("r")
      %%y = %s : tensor<%s> loc("y")
      return %%y : tensor<%s>
    }
    """
        .formatted(in, out, in, op, out, out);
  }

  @Test
  void identityTransposeIsRemoved() {
    Operation module =
        new PatternTester(new RemoveIdentityTranspose())
            .fires(
                unary("2x3xf32", "nn.transpose %r {permutation = array<i64: 0, 1>}", "2x3xf32"),
                "nn.relu");
    assertEquals(Optional.of("y"), Programs.returned(module).result().name());
  }

  @Test
  void otherTransposeIsKept() {
    new PatternTester(new RemoveIdentityTranspose())
        .doesNotFire(
            unary("3x3xf32", "nn.transpose %r {permutation = array<i64: 1, 0>}", "3x3xf32"),
            "the permutation moves an axis");
  }

  @Test
  void transposesAreMerged() {
    Operation module =
        PatternTester.ofPattern("MergeTransposes")
            .fires(
                """
                func.func @f(%x: tensor<2x3x4xf32>) -> tensor<4x3x2xf32> {
                  %a = nn.transpose %x {permutation = array<i64: 2, 0, 1>} : tensor<4x2x3xf32>
                  %y = nn.transpose %a {permutation = array<i64: 0, 2, 1>} : tensor<4x3x2xf32>
                  return %y : tensor<4x3x2xf32>
                }
                """,
                "nn.transpose");
    int[] permutation = new TransposeOp(Programs.returned(module)).permutation();
    assertEquals("[2, 1, 0]", java.util.Arrays.toString(permutation));
  }

  @Test
  void singleTransposeIsNotMerged() {
    PatternTester.ofPattern("MergeTransposes")
        .doesNotFire(
            unary("2x3xf32", "nn.transpose %r {permutation = array<i64: 1, 0>}", "3x2xf32"),
            "its operand does not come from 'nn.transpose'");
  }

  @Test
  void transposeOfUnitAxesBecomesReshape() {
    Operation module =
        new PatternTester(new TransposeToReshape())
            .fires(
                unary(
                    "?x1x1x8xf32",
                    "nn.transpose %r {permutation = array<i64: 0, 3, 1, 2>}",
                    "?x8x1x1xf32"),
                "nn.relu",
                "nn.reshape");
    assertEquals(-1, new ReshapeOp(Programs.returned(module)).shape()[0]);
  }

  @Test
  void transposeOfLargeAxisIsKept() {
    new PatternTester(new TransposeToReshape())
        .doesNotFire(
            unary("2x3xf32", "nn.transpose %r {permutation = array<i64: 1, 0>}", "3x2xf32"),
            "it moves an axis whose size is not 1");
  }

  @Test
  void transposeOfTwoUnknownAxesIsKept() {
    new PatternTester(new TransposeToReshape())
        .doesNotFire(
            unary("?x?x1xf32", "nn.transpose %r {permutation = array<i64: 0, 2, 1>}", "?x1x?xf32"),
            "several dimensions are not known");
  }

  @Test
  void identityReshapeIsRemoved() {
    new PatternTester(new RemoveIdentityReshape())
        .fires(unary("?x3xf32", "nn.reshape %r {shape = array<i64: -1, 3>}", "?x3xf32"), "nn.relu");
  }

  @Test
  void reshapeOfTwoUnknownDimensionsIsKept() {
    new PatternTester(new RemoveIdentityReshape())
        .doesNotFire(
            unary("?x?xf32", "nn.reshape %r {shape = array<i64: -1, 3>}", "?x3xf32"),
            "several dimensions are not known");
  }

  @Test
  void reshapesAreMerged() {
    PatternTester.ofPattern("MergeReshapes")
        .fires(
            """
            func.func @f(%x: tensor<2x6xf32>) -> tensor<4x3xf32> {
              %a = nn.reshape %x {shape = array<i64: 12>} : tensor<12xf32>
              %y = nn.reshape %a {shape = array<i64: 4, -1>} : tensor<4x3xf32>
              return %y : tensor<4x3xf32>
            }
            """,
            "nn.reshape");
  }

  @Test
  void singleReshapeIsNotMerged() {
    PatternTester.ofPattern("MergeReshapes")
        .doesNotFire(
            unary("2x6xf32", "nn.reshape %r {shape = array<i64: 12>}", "12xf32"),
            "its operand does not come from 'nn.reshape'");
  }

  @Test
  void concatOfOneIsRemoved() {
    new PatternTester(new RemoveConcatOfOne())
        .fires(unary("2x6xf32", "nn.concat %r {axis = 1 : i64}", "2x6xf32"), "nn.relu");
  }

  @Test
  void concatOfTwoIsKept() {
    new PatternTester(new RemoveConcatOfOne())
        .doesNotFire(
            unary("2x6xf32", "nn.concat %r, %x {axis = 1 : i64}", "2x12xf32"),
            "it joins several tensors");
  }

  @Test
  void castToSameIsRemoved() {
    PatternTester.ofPattern("RemoveCastToSame")
        .fires(unary("2xf32", "nn.cast %r", "2xf32"), "nn.relu");
  }

  @Test
  void castToOtherIsKept() {
    PatternTester.ofPattern("RemoveCastToSame")
        .doesNotFire(
            unary("2xf32", "nn.cast %r", "2xi32"), "more is known of one type than of the other");
  }

  @Test
  void fullSliceIsRemoved() {
    new PatternTester(new RemoveFullSlice())
        .fires(
            unary(
                "2x3xf32",
                "nn.slice %r {axes = array<i64: 1>, ends = array<i64: 99>, starts = array<i64: 0>}",
                "2x3xf32"),
            "nn.relu");
  }

  @Test
  void backwardSliceIsKept() {
    new PatternTester(new RemoveFullSlice())
        .doesNotFire(
            unary(
                "3xf32",
                "nn.slice %r {ends = array<i64: -9>, starts = array<i64: 2>, steps = array<i64: -1>}",
                "3xf32"),
            "it goes backwards");
  }

  @Test
  void shapeIsFolded() {
    new PatternTester(new FoldShape()).fires(unary("4x5xf32", "nn.shape %r", "2xi64"));
  }

  @Test
  void unknownShapeIsKept() {
    new PatternTester(new FoldShape())
        .doesNotFire(unary("?x5xf32", "nn.shape %r", "2xi64"), "a dimension is not known");
  }

  private static final String COMPUTED_SHAPE =
      """
      func.func @f(%x: tensor<?x1x1x8xf32>) -> tensor<?x?xf32> {
        %s = nn.shape %x : tensor<4xi64>
        %i = nn.cast %s : tensor<4xi32>
        %n = nn.slice %i {axes = array<i64: 0>, ends = array<i64: 1>, starts = array<i64: 0>}
            : tensor<1xi32>
        %m = nn.cast %n : tensor<1xi64>
        %c = nn.constant {value = dense<8> : tensor<1xi64>} : tensor<1xi64>
        %t = nn.concat %m, %c {axis = 0 : i64} : tensor<2xi64>
        %y = nn.dynamic_reshape %x, %t : tensor<?x?xf32>
        return %y : tensor<?x?xf32>
      }
      """;

  @Test
  void reshapeToComputedShapeBecomesStatic() {
    Operation module =
        new PatternTester(new DynamicReshapeToReshape()).fires(COMPUTED_SHAPE, "nn.reshape");
    long[] shape = new ReshapeOp(Programs.returned(module)).shape();
    assertEquals("[-1, 8]", java.util.Arrays.toString(shape));
  }

  @Test
  void zeroInShapeCopiesDimension() {
    Operation module =
        new PatternTester(new DynamicReshapeToReshape())
            .fires(
                """
                func.func @f(%x: tensor<5x4x2xf32>) -> tensor<5x8xf32> {
                  %s = nn.constant {value = dense<[0, -1]> : tensor<2xi64>} : tensor<2xi64>
                  %y = nn.dynamic_reshape %x, %s : tensor<5x8xf32>
                  return %y : tensor<5x8xf32>
                }
                """,
                "nn.reshape");
    long[] shape = new ReshapeOp(Programs.returned(module)).shape();
    assertEquals("[5, -1]", java.util.Arrays.toString(shape));
  }

  @Test
  void reshapeToInputIsKept() {
    new PatternTester(new DynamicReshapeToReshape())
        .doesNotFire(
            """
            func.func @f(%x: tensor<5x4xf32>, %s: tensor<2xi64>) -> tensor<?x?xf32> {
              %y = nn.dynamic_reshape %x, %s : tensor<?x?xf32>
              return %y : tensor<?x?xf32>
            }
            """,
            "several elements of the shape are not known");
  }
}
