package org.qopt.target.canonicalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.verify.Verifier;
import org.qopt.pass.Pass;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewriteListener;
import org.qopt.rewrite.RewritePattern;
import org.qopt.target.Programs;

/**
 * That one pattern changes no bit where it applies to one kind of operation: programs are run
 * before and after it.
 *
 * @param pattern the name of the pattern
 * @param root the name of the operation that it is to apply to
 * @param producer the name of the operation whose result that takes, where there are several; else
 *     empty
 * @param programs how many programs are tried
 * @param least to how many of them it must apply at least
 * @param program a program, in the QDQ form or of the target's dialect; if it takes 256 elements of
 *     8 bits, or 65,536 of 16, it is run over all that they can hold
 */
record BitProof(
    String pattern,
    String root,
    String producer,
    int programs,
    int least,
    Function<Random, String> program) {
  private static final int PROGRAMS = 40;

  /** A proof over programs that the pattern applies to, each of them. */
  static BitProof always(String pattern, String root, Function<Random, String> program) {
    return new BitProof(pattern, root, "", PROGRAMS, PROGRAMS, program);
  }

  /** A proof over programs of which the pattern applies to some: to a tenth at least. */
  static BitProof sometimes(String pattern, String root, Function<Random, String> program) {
    return new BitProof(pattern, root, "", 4 * PROGRAMS, 4 * PROGRAMS / 10, program);
  }

  /** {@return the same proof, of what applies to the result of one operation} */
  BitProof behind(String producer) {
    return new BitProof(pattern, root, producer, programs, least, program);
  }

  /** {@return the pattern together with the operation: what needs a proof} */
  static String key(String pattern, String root) {
    return pattern + " on " + root;
  }

  String key() {
    return key(pattern, root);
  }

  @Override
  public String toString() {
    return producer.isEmpty() ? key() : key() + " of " + producer;
  }

  /** Fails if a bit changes, or if the pattern applies to too few programs. */
  void check(PatternSet patterns, Pass legalize) {
    PatternSet alone = patterns.filter(p -> p.name().equals(pattern));
    Random random = new Random(toString().hashCode());
    int applied = 0;
    for (int i = 0; i < programs; i++) {
      applied += keepsBits(program.apply(random), alone, legalize, random) ? 1 : 0;
    }
    assertTrue(applied >= least, "applies to %d of %d programs".formatted(applied, programs));
  }

  private boolean keepsBits(String text, PatternSet alone, Pass legalize, Random random) {
    Operation module = Programs.read(text);
    Programs.run(legalize, module, Optional.empty());
    String before = Programs.text(module);
    List<List<Tensor>> inputs = new ArrayList<>();
    List<List<Tensor>> expected = new ArrayList<>();
    for (Inputs kind : Inputs.values()) {
      List<Tensor> input = kind.of(Programs.function(module), random);
      inputs.add(input);
      expected.add(run(module, input));
    }
    AtomicInteger applied = new AtomicInteger();
    GreedyRewriter.of(alone).withListener(counting(applied)).rewrite(module);
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(module, diagnostics);
    assertEquals(List.of(), diagnostics.all(), before);
    for (int i = 0; i < inputs.size(); i++) {
      assertEquals(expected.get(i), run(module, inputs.get(i)), before);
    }
    return applied.get() > 0;
  }

  private RewriteListener counting(AtomicInteger applied) {
    return new RewriteListener() {
      @Override
      public void rewritten(String name, Operation operation) {
        // What it was applied to may be erased, but keeps its definition.
        if (operation.name().equals(root)) {
          applied.incrementAndGet();
        }
      }
    };
  }

  private static List<Tensor> run(Operation module, List<Tensor> inputs) {
    FuncOp function = Programs.function(module);
    return Interpreter.prepare(function).run(inputs);
  }

  /** {@return what a set of patterns needs proofs of} */
  static List<String> needed(PatternSet patterns) {
    return patterns.patterns().stream().flatMap(BitProof::keys).sorted().toList();
  }

  private static Stream<String> keys(RewritePattern pattern) {
    return pattern.roots().stream().map(root -> key(pattern.name(), root.name()));
  }
}
