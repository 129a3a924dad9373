package org.qopt.peers.c;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qopt.peers.CCompiler;

/** Programs in which something is missing: elements, dimensions, inputs, operations. */
class EdgeCasesPeerTest {
  private static final String Q = "!quant.uniform<i8:f32, 0.5:-3>";

  @TempDir private Path folder;

  private void assertSame(String text) throws IOException {
    List<CCompiler> compilers = CCompiler.found();
    assumeFalse(compilers.isEmpty(), "there is no C compiler");
    Files.writeString(folder.resolve("legal.qir"), text.replace("Q", Q));
    LegalProgram legal = new LegalProgram(folder, "legal.qir");
    for (CCompiler compiler : compilers) {
      legal.assertSame(compiler, CCompiler.SANITIZED, legal.randomInputs(3, new Random(1)));
    }
  }

  @Test
  void emptyTensors() throws IOException {
    assertSame(
        """
        func.func @main(%x: tensor<2x3xQ>, %e: tensor<0x3xQ>) -> (tensor<2x0xQ>, tensor<2x3xQ>, tensor<1x3xQ>, tensor<0xQ>, tensor<0x3xQ>) {
          %none = tpu.slice %x {axes = array<i64: 1>, ends = array<i64: 1>, starts = array<i64: 1>} : tensor<2x0xQ>
          %all = tpu.concat %none, %x, %none {axis = 1 : i64} : tensor<2x3xQ>
          %padded = tpu.pad %e {padding = array<i64: 0, 1, 0, 0>, value = -3 : i8} : tensor<1x3xQ>
          %flat = tpu.reshape %none {shape = array<i64: 0>} : tensor<0xQ>
          return %none, %all, %padded, %flat, %e : tensor<2x0xQ>, tensor<2x3xQ>, tensor<1x3xQ>, tensor<0xQ>, tensor<0x3xQ>
        }
        """);
  }

  @Test
  void whatIsMadeOfNothing() throws IOException {
    assertSame(
        """
        func.func @main(%x: tensor<2x3xB>) -> (tensor<2x2xB>, tensor<2xB>) {
          %none = dsp.slice %x {axes = array<i64: 1>, ends = array<i64: 1>, starts = array<i64: 1>} : tensor<2x0xB>
          %padded = dsp.pad %none {padding = array<i64: 0, 0, 1, 1>, value = 3 : i32, value_exponent = -3 : i32} : tensor<2x2xB>
          %mean = dsp.mean %none {accumulator = 32 : i32, axes = array<i64: 1>, guard = 2 : i32} : tensor<2xB>
          return %padded, %mean : tensor<2x2xB>, tensor<2xB>
        }
        """
            .replace("B>", "!bfp.block<i8, block(2), dynamic, half_even, symmetric, floor>>"));
  }

  @Test
  void scalars() throws IOException {
    assertSame(
        """
        func.func @main(%x: tensor<Q>, %v: tensor<1xQ>) -> (tensor<Q>, tensor<1x1xQ>, tensor<1xQ>) {
          %t = tpu.transpose %x {permutation = array<i64>} : tensor<Q>
          %r = tpu.reshape %v {shape = array<i64: 1, 1>} : tensor<1x1xQ>
          %c = tpu.concat %v {axis = 0 : i64} : tensor<1xQ>
          return %t, %r, %c : tensor<Q>, tensor<1x1xQ>, tensor<1xQ>
        }
        """);
  }

  @Test
  void constantsAlone() throws IOException {
    assertSame(
        """
        func.func @main() -> (tensor<2xQ>, tensor<2xi64>, tensor<2xQ>) {
          %c = nn.constant {value = dense<[-128, 127]> : tensor<2xi8>} : tensor<2xQ>
          %l = nn.constant {value = dense<[-9223372036854775808, 5]> : tensor<2xi64>} : tensor<2xi64>
          return %c, %l, %c : tensor<2xQ>, tensor<2xi64>, tensor<2xQ>
        }
        """);
  }

  @Test
  void valuesThatAreReturnedAndUsed() throws IOException {
    assertSame(
        """
        func.func @main(%x: tensor<2x2xQ>, %unused: tensor<4xQ>) -> (tensor<2x2xQ>, tensor<4xQ>, tensor<2x2xQ>, tensor<2x2xQ>) {
          %a = tpu.transpose %x {permutation = array<i64: 1, 0>} : tensor<2x2xQ>
          %dead = tpu.transpose %a {permutation = array<i64: 1, 0>} : tensor<2x2xQ>
          %b = tpu.transpose %a {permutation = array<i64: 1, 0>} : tensor<2x2xQ>
          %c = tpu.reshape %b {shape = array<i64: 4>} : tensor<4xQ>
          return %a, %c, %b, %x : tensor<2x2xQ>, tensor<4xQ>, tensor<2x2xQ>, tensor<2x2xQ>
        }
        """);
  }
}
