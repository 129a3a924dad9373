package org.qopt.dialect.nn;

import static org.qopt.dialect.nn.Tensors.assertElements;
import static org.qopt.dialect.nn.Tensors.at;
import static org.qopt.dialect.nn.Tensors.ints;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.OpRunner;
import org.qopt.ir.tensor.Tensor;

/** Matrix products, normalizations and reductions against their definitions. */
class ContractionProperties {
  @Property(tries = 50)
  void fullyConnectedIsItsDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int depth,
      @ForAll @IntRange(min = 1, max = 9) int outputs,
      @ForAll @IntRange(min = 1, max = 3) int batch) {
    Random random = new Random(seed);
    Tensor x = Tensors.random(random, 2, batch, depth);
    Tensor filter = Tensors.random(random, outputs, depth);
    Tensor bias = Tensors.random(random, outputs);
    assertElements(
        OpRunner.run(FullyConnectedOp.DEF, Map.of(), x, filter, bias),
        1e-5,
        i ->
            at(bias, i[2])
                + IntStream.range(0, depth)
                    .mapToDouble(k -> at(x, i[0], i[1], k) * at(filter, i[2], k))
                    .sum());
  }

  @Property(tries = 50)
  void matrixProductsBroadcastTheirBatches(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int m,
      @ForAll @IntRange(min = 1, max = 9) int k,
      @ForAll @IntRange(min = 1, max = 5) int n,
      @ForAll boolean repeated) {
    Random random = new Random(seed);
    Tensor a = Tensors.random(random, 2, repeated ? 1 : 3, m, k);
    Tensor b = Tensors.random(random, 3, k, n);
    assertElements(
        OpRunner.run(MatmulOp.DEF, Map.of(), a, b),
        1e-5,
        i ->
            IntStream.range(0, k)
                .mapToDouble(j -> at(a, i[0], repeated ? 0 : i[1], i[2], j) * at(b, i[1], j, i[3]))
                .sum());
  }

  @Property(tries = 50)
  void softmaxIsItsDefinition(
      @ForAll long seed, @ForAll @IntRange(min = -3, max = 2) int axis, @ForAll boolean doubled) {
    Tensor x = Tensors.random(new Random(seed), 2, 3, 4);
    double beta = doubled ? 2 : 1;
    Tensor result =
        OpRunner.run(
            SoftmaxOp.DEF,
            Map.of("axis", IntegerAttr.i64(axis), "beta", FloatAttr.f32((float) beta)),
            x);
    int normal = axis < 0 ? axis + 3 : axis;
    assertElements(
        result,
        1e-6,
        i -> {
          long[] other = i.clone();
          double sum = 0;
          for (other[normal] = 0; other[normal] < x.shape().dim(normal); other[normal]++) {
            sum += Math.exp(beta * at(x, other));
          }
          return Math.exp(beta * at(x, i)) / sum;
        });
  }

  @Property(tries = 50)
  void batchNormIsItsDefinition(@ForAll long seed, @ForAll @IntRange(min = -3, max = 2) int axis) {
    Random random = new Random(seed);
    Tensor x = Tensors.random(random, 2, 3, 4);
    int normal = axis < 0 ? axis + 3 : axis;
    long channels = x.shape().dim(normal);
    Tensor scale = Tensors.random(random, channels);
    Tensor offset = Tensors.random(random, channels);
    Tensor mean = Tensors.random(random, channels);
    Tensor deviation = Tensors.random(random, channels);
    Tensor variance = OpRunner.run(MulOp.DEF, Map.of(), deviation, deviation);
    Tensor result =
        OpRunner.run(
            BatchNormOp.DEF,
            Map.of("epsilon", FloatAttr.f32(0.01f), "axis", IntegerAttr.i64(axis)),
            x,
            scale,
            offset,
            mean,
            variance);
    assertElements(
        result,
        1e-4,
        i -> {
          long c = i[normal];
          return (at(x, i) - at(mean, c)) / Math.sqrt(at(variance, c) + 0.01f) * at(scale, c)
              + at(offset, c);
        });
  }

  @Property(tries = 60)
  void meanIsTheSumOverTheCount(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 15) int mask, @ForAll boolean keep) {
    Tensor x = Tensors.random(new Random(seed), 2, 3, 4, 5);
    long[] axes =
        IntStream.range(0, 4).filter(i -> (mask >> i & 1) == 1).mapToLong(i -> i - 4).toArray();
    Tensor result =
        OpRunner.run(MeanOp.DEF, Map.of("axes", ints(axes), "keep_dims", IntegerAttr.of(keep)), x);
    double[] sums = new double[(int) result.size()];
    for (int flat = 0; flat < x.size(); flat++) {
      long[] index = Tensors.index(x.shape(), flat);
      int at = 0;
      for (int i = 0; i < 4; i++) {
        boolean reduced = (mask >> i & 1) == 1;
        at = reduced ? at : at * (int) x.shape().dim(i) + (int) index[i];
      }
      sums[at] += x.real(flat);
    }
    double count = (double) x.size() / result.size();
    Tensor flat = result.reshaped(org.qopt.ir.type.Shape.of(result.size()));
    assertElements(flat, 1e-6, i -> sums[(int) i[0]] / count);
  }
}
