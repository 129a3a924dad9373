package org.qopt.peers.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.peers.export.ProgramBuilder.Val;
import org.qopt.peers.export.RandomOps.Kind;

/**
 * A random program and inputs for it.
 *
 * @param text the program
 * @param inputs its inputs
 * @param samples values for them
 */
public record RandomPrograms(String text, List<Val> inputs, List<List<Tensor>> samples) {
  private static final int SAMPLES = 4;

  /** {@return a program of one operation of this kind; the same for the same seed} */
  static RandomPrograms single(Kind kind, long seed) {
    Random random = new Random(seed);
    while (true) {
      ProgramBuilder program = new ProgramBuilder(random);
      RandomOps ops = new RandomOps(random, program);
      Val x = program.input(dims(random, ops, needsImage(kind)));
      List<Val> others = random.nextBoolean() ? List.of(program.input(x.dims())) : List.of();
      Optional<Val> result = ops.apply(kind, x, others);
      if (result.isPresent() && result.get().size() < 20_000) {
        return finish(program, List.of(result.get()), random);
      }
    }
  }

  /** {@return a program of operations of these kinds, one after the other, on images} */
  public static RandomPrograms chain(long seed, Kind... kinds) {
    Random random = new Random(seed);
    ProgramBuilder program = new ProgramBuilder(random);
    RandomOps ops = new RandomOps(random, program);
    Val last = program.input(full(random, ops, true));
    for (Kind kind : kinds) {
      last = ops.apply(kind, last, List.of()).filter(v -> v.size() < 20_000).orElse(last);
    }
    return finish(program, List.of(last), random);
  }

  /** {@return a program of several operations, with inputs and outputs of all sorts} */
  static RandomPrograms several(long seed) {
    Random random = new Random(seed);
    ProgramBuilder program = new ProgramBuilder(random);
    RandomOps ops = new RandomOps(random, program);
    List<Val> values = new ArrayList<>();
    values.add(program.input(dims(random, ops, true)));
    if (random.nextBoolean()) {
      values.add(program.input(dims(random, ops, random.nextBoolean())));
    }
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      Val x = values.get(Math.max(values.size() - 1 - random.nextInt(2), 0));
      ops.apply(kind, x, values).filter(v -> v.size() < 20_000).ifPresent(values::add);
    }
    List<Val> results = new ArrayList<>(List.of(values.getLast()));
    if (random.nextBoolean()) {
      results.add(values.get(random.nextInt(values.size())));
    }
    return finish(program, results, random);
  }

  /** {@return the program that returns {@code results}, and samples for it} */
  static RandomPrograms finish(ProgramBuilder program, List<Val> results, Random random) {
    List<List<Tensor>> samples =
        IntStream.range(0, SAMPLES)
            .mapToObj(_ -> program.inputs().stream().map(input -> normal(random, input)).toList())
            .toList();
    return new RandomPrograms(program.text(results), program.inputs(), samples);
  }

  private static boolean needsImage(Kind kind) {
    return switch (kind) {
      case CONV, TRANSPOSED, DEPTHWISE, AVERAGE, MAX, NEAREST, BILINEAR -> true;
      default -> false;
    };
  }

  private static int[] dims(Random random, RandomOps ops, boolean image) {
    int[] dims = full(random, ops, image);
    if (dims.length > 0 && random.nextInt(12) == 0) {
      dims[random.nextInt(dims.length)] = 0;
    }
    return dims;
  }

  private static int[] full(Random random, RandomOps ops, boolean image) {
    if (image) {
      return new int[] {1 + random.nextInt(3), ops.size(), ops.size(), ops.size()};
    }
    int rank = random.nextInt(10) == 0 ? 5 + random.nextInt(3) : random.nextInt(5);
    return IntStream.range(0, rank)
        .map(_ -> rank > 4 ? 1 + random.nextInt(3) : ops.size())
        .toArray();
  }

  private static Tensor normal(Random random, Val input) {
    float[] values = new float[input.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * 2);
    }
    long[] dims = IntStream.of(input.dims()).asLongStream().toArray();
    return Tensor.of(Shape.of(dims), values);
  }
}
