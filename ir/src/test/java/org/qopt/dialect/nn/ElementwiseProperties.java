package org.qopt.dialect.nn;

import static org.qopt.dialect.nn.Tensors.assertElements;
import static org.qopt.dialect.nn.Tensors.at;

import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.interpret.OpRunner;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;

/** Operations on single elements against their formulae. */
class ElementwiseProperties {
  private static final Map<OpDef, DoubleBinaryOperator> BINARY =
      Map.of(
          AddOp.DEF, (a, b) -> a + b,
          SubOp.DEF, (a, b) -> a - b,
          MulOp.DEF, (a, b) -> a * b,
          DivOp.DEF, (a, b) -> a / b);

  private static final Map<OpDef, DoubleUnaryOperator> UNARY =
      Map.of(
          ReluOp.DEF, x -> Math.max(x, 0),
          Relu6Op.DEF, x -> Math.clamp(x, 0, 6),
          SigmoidOp.DEF, x -> 1 / (1 + Math.exp(-x)),
          TanhOp.DEF, Math::tanh,
          HardSwishOp.DEF, x -> x * Math.clamp(x + 3, 0, 6) / 6,
          SqrtOp.DEF, Math::sqrt);

  /** Shapes that broadcast: some axes are 1 or missing. */
  record Shapes(long[] a, long[] b, long seed) {}

  @Provide
  Arbitrary<Shapes> broadcasts() {
    Arbitrary<long[]> dims =
        Arbitraries.longs().between(1, 4).array(long[].class).ofMinSize(0).ofMaxSize(5);
    Arbitrary<int[]> masks = Arbitraries.integers().between(0, 3).array(int[].class).ofSize(5);
    Arbitrary<Integer> missing = Arbitraries.integers().between(0, 5);
    return Combinators.combine(dims, masks, missing, missing, Arbitraries.longs())
        .as(
            (shape, mask, left, right, seed) ->
                new Shapes(
                    part(shape, mask, 1, right > 2 ? left : 0),
                    part(shape, mask, 2, right > 2 ? 0 : left),
                    seed));
  }

  // The axes whose mask is `one` shrink to 1; the first `missing` are dropped.
  private static long[] part(long[] shape, int[] mask, int one, int missing) {
    int from = Math.min(missing, shape.length);
    long[] dims = new long[shape.length - from];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = mask[from + i] == one ? 1 : shape[from + i];
    }
    return dims;
  }

  @Provide
  Arbitrary<OpDef> binaryOps() {
    return Arbitraries.of(BINARY.keySet());
  }

  @Provide
  Arbitrary<OpDef> unaryOps() {
    return Arbitraries.of(UNARY.keySet());
  }

  @Property(tries = 200)
  void binaryOperationsBroadcast(
      @ForAll("binaryOps") OpDef def,
      @ForAll("broadcasts") Shapes shapes,
      @ForAll Activation activation) {
    Random random = new Random(shapes.seed);
    Tensor a = Tensors.random(random, shapes.a);
    Tensor b = Tensors.random(random, shapes.b);
    Tensor result = OpRunner.run(def, Map.of("activation", activation.attribute()), a, b);
    assertElements(
        result,
        1e-6,
        index -> {
          double value = BINARY.get(def).applyAsDouble(broadcast(a, index), broadcast(b, index));
          return Math.clamp(value, activation.min(), activation.max());
        });
  }

  @Property(tries = 100)
  void powersBroadcast(@ForAll("broadcasts") Shapes shapes) {
    Random random = new Random(shapes.seed);
    Tensor a = Tensors.random(random, shapes.a);
    Tensor b = Tensors.random(random, shapes.b);
    assertElements(
        OpRunner.run(PowOp.DEF, Map.of(), a, b),
        1e-6,
        index -> Math.pow(broadcast(a, index), broadcast(b, index)));
  }

  private static double broadcast(Tensor operand, long[] index) {
    int rank = operand.shape().rank();
    long[] own = new long[rank];
    for (int i = 0; i < rank; i++) {
      own[i] = operand.shape().dim(i) == 1 ? 0 : index[index.length - rank + i];
    }
    return at(operand, own);
  }

  @Property(tries = 100)
  void unaryOperationsAreTheirFormulae(@ForAll("unaryOps") OpDef def, @ForAll long seed) {
    Random random = new Random(seed);
    float[] values = new float[17];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * 5;
    }
    Tensor x = Tensor.of(org.qopt.ir.type.Shape.of(17), values);
    assertElements(
        OpRunner.run(def, Map.of(), x), 1e-6, i -> UNARY.get(def).applyAsDouble(at(x, i)));
  }

  @Property(tries = 50)
  void boundsAreThoseOfTheAttributes(@ForAll long seed) {
    Tensor x = Tensors.random(new Random(seed), 3, 5);
    Tensor clamped =
        OpRunner.run(
            ClampOp.DEF, Map.of("min", FloatAttr.f32(-0.5f), "max", FloatAttr.f32(0.25f)), x);
    assertElements(clamped, 0, i -> Math.clamp(at(x, i), -0.5, 0.25));
    Tensor sigmoid =
        OpRunner.run(
            HardSigmoidOp.DEF,
            Map.of("alpha", FloatAttr.f32(0.2f), "beta", FloatAttr.f32(0.5f)),
            x);
    assertElements(sigmoid, 1e-6, i -> Math.clamp(0.2 * at(x, i) + 0.5, 0, 1));
  }
}
