package org.qopt.cli.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.qopt.cli.CliIo;
import org.qopt.cli.reduce.move.Draft;
import org.qopt.cli.reduce.move.Edit;
import org.qopt.cli.reduce.move.Move;
import org.qopt.cli.reduce.move.Moves;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.parser.tflite.TfliteReader;

class ReducerTest {
  private static final CliIo IO =
      CliIo.of(
          new ByteArrayInputStream(new byte[0]),
          new PrintStream(new ByteArrayOutputStream()),
          new PrintStream(new ByteArrayOutputStream()),
          Path.of(""));

  /** A program is of interest that has all these operations. */
  private record Has(Set<String> names, AtomicInteger asked) implements Interest {
    @Override
    public boolean isIn(Program program) {
      asked.incrementAndGet();
      Set<String> missing = new TreeSet<>(names);
      program.module().walk(operation -> missing.remove(operation.name()));
      return missing.isEmpty();
    }

    @Override
    public String absence() {
      return "it is not there";
    }
  }

  private static Program program(List<String> names) {
    StringBuilder text = new StringBuilder("func.func @f(%0: tensor<4xf32>) -> tensor<4xf32> {\n");
    for (int i = 0; i < names.size(); i++) {
      String operands = names.get(i).equals("nn.add") ? "%" + i + ", %" + i / 2 : "%" + i;
      text.append("  %%%d = %s %s : tensor<4xf32>\n".formatted(i + 1, names.get(i), operands));
    }
    text.append("  return %").append(names.size()).append(" : tensor<4xf32>\n}\n");
    return QirReader.read(text.toString(), "t.qir", Dialects.load(), ReadOptions.STRICT);
  }

  private static String print(Program program) {
    return Printer.toText(program.module(), PrintOptions.PRETTY.withLocations(true));
  }

  private static Program reduce(Program program, Interest interest, int atOnce, Budget budget) {
    try (Candidates candidates = new Candidates(interest, false, atOnce)) {
      return new Reducer(Moves.ALL, candidates, budget, IO).reduce(program);
    }
  }

  private static Budget unlimited() {
    return new Budget(Long.MAX_VALUE, Optional.empty());
  }

  @Provide
  Arbitrary<List<String>> operations() {
    return Arbitraries.of("nn.relu", "nn.tanh", "nn.sigmoid", "nn.add", "nn.softmax")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 30)
  void noSingleEditIsLeft(@ForAll("operations") List<String> names) {
    Has interest =
        new Has(Set.copyOf(List.of(names.getFirst(), names.getLast())), new AtomicInteger());
    Program program = program(names);
    String before = print(program);
    Program reduced = reduce(program, interest, 1, unlimited());
    assertTrue(interest.isIn(reduced));
    assertEquals(before, print(program), "the program itself was changed");
    try (Candidates candidates = new Candidates(interest, false, 1)) {
      assertTrue(candidates.isValid(reduced));
      for (Move move : Moves.ALL) {
        for (int i = 0; i < move.edits(Draft.of(reduced)).size(); i++) {
          Draft draft = Draft.of(reduced);
          List<Edit> edits = move.edits(draft);
          edits.get(i).apply();
          Program smaller = draft.end(reduced);
          boolean possible =
              candidates.isValid(smaller)
                  && interest.isIn(smaller)
                  && !print(smaller).equals(print(reduced));
          assertFalse(possible, () -> move.name() + " could go on with\n" + print(reduced));
        }
      }
    }
  }

  @Property(tries = 10)
  void outcomeDoesNotDependOnHowManyTestsRunAtOnce(@ForAll("operations") List<String> names) {
    Set<String> wanted = Set.copyOf(List.of(names.getFirst(), names.getLast()));
    Budget one = unlimited();
    Budget many = unlimited();
    Program alone = reduce(program(names), new Has(wanted, new AtomicInteger()), 1, one);
    Program together = reduce(program(names), new Has(wanted, new AtomicInteger()), 3, many);
    assertEquals(print(alone), print(together));
    assertEquals(one.tests(), many.tests());
  }

  @Test
  void testsAreCountedAndLimited() {
    Has interest = new Has(Set.of("nn.tanh"), new AtomicInteger());
    Budget budget = new Budget(2, Optional.empty());
    Program program = program(List.of("nn.relu", "nn.tanh", "nn.relu", "nn.softmax"));
    assertTrue(interest.isIn(reduce(program, interest, 1, budget)));
    assertEquals(2, budget.tests());
    assertTrue(budget.isSpent());
    assertEquals(2 + 1, interest.asked().get());
  }

  @Test
  void realModelComesDownToWhatIsLookedFor() {
    String assets = System.getProperty("qopt.test.assets", "");
    assumeFalse(assets.isEmpty(), "qopt.test.assets names no folder with models");
    Path model = Path.of(assets, "models", "dscnn_kws_fp32.tflite");
    Has interest = new Has(Set.of("nn.softmax", "nn.depthwise_conv2d"), new AtomicInteger());
    Program reduced = reduce(Program.of(TfliteReader.read(model)), interest, 1, unlimited());
    assertEquals(
        List.of("nn.depthwise_conv2d", "nn.softmax", "func.return"),
        reduced
            .module()
            .region(0)
            .entry()
            .orElseThrow()
            .first()
            .orElseThrow()
            .region(0)
            .entry()
            .orElseThrow()
            .operations()
            .stream()
            .map(Operation::name)
            .toList());
    assertTrue(interest.asked().get() < 200, () -> interest.asked() + " tests");
  }
}
