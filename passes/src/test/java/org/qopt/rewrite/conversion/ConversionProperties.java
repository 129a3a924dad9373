package org.qopt.rewrite.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Type;
import org.qopt.passes.Programs;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.PatternSet;

/** Random programs through random conversions: all or nothing. */
final class ConversionProperties {
  private static final int KINDS = 7;

  private static final TypeConverter WIDENING =
      TypeConverter.builder()
          .convert(Optional::of)
          .convert(
              type ->
                  type.equals(IntegerType.I32) ? Optional.of(IntegerType.I64) : Optional.empty())
          .build();

  private static final ConversionTarget ALL_ILLEGAL =
      ConversionTarget.builder()
          .legalDialects("builtin", "func", "l")
          .illegalDialects("p")
          .legalUnless(
              "p.3",
              op -> op.attribute("k").isPresent() ? Optional.of("it has 'k'") : Optional.empty())
          .build();

  private static final List<Patterns.Scripted> PATTERNS =
      List.of(
          Patterns.rename("p.0", "p.1"),
          Patterns.on("p.1", "two", ConversionProperties::two),
          Patterns.on("p.2", "forward", ConversionProperties::forward),
          Patterns.on("p.3", "inPlace", ConversionProperties::inPlace),
          Patterns.on("p.4", "outOf", ConversionProperties::region),
          Patterns.typed("p.5", "widen", WIDENING, ConversionProperties::widen),
          Patterns.on("p.6", "untidy", ConversionProperties::untidy));

  private static PatternResult two(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    Patterns.create(rewriter, root, "l.first", operands.flat(), List.of());
    rewriter.replace(
        root, Patterns.create(rewriter, root, "p.2", operands.flat(), root.resultTypes()));
    return PatternResult.REWRITTEN;
  }

  private static PatternResult forward(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    if (operands.size() == 0) {
      return PatternResult.noMatch("it takes nothing");
    }
    rewriter.replace(root, operands.value(0));
    return PatternResult.REWRITTEN;
  }

  private static PatternResult inPlace(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    List<Value> reversed = new ArrayList<>(root.operands()).reversed();
    rewriter.modify(
        root,
        () -> {
          root.removeAttribute("k");
          root.setOperands(reversed);
          root.setAttribute("done", new StringAttr("yes"));
        });
    return PatternResult.REWRITTEN;
  }

  private static PatternResult region(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    Operation made =
        rewriter
            .builder()
            .create(
                OperationState.of("l.region", Optional.empty(), root.location())
                    .addOperands(operands.flat())
                    .addResults(root.resultTypes())
                    .regions(1));
    root.regions().forEach(region -> rewriter.moveBlocks(region, made.region(0)));
    made.region(0)
        .entry()
        .ifPresent(
            entry -> {
              List<Type> types = entry.arguments().stream().map(Value::type).toList();
              rewriter.convertArguments(
                  entry,
                  types.stream().map(t -> WIDENING.convert(t).orElseThrow()).toList(),
                  WIDENING);
            });
    rewriter.replace(root, made);
    return PatternResult.REWRITTEN;
  }

  private static PatternResult widen(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    rewriter.replace(
        root,
        Patterns.create(
            rewriter,
            root,
            "l.wide",
            operands.flat(),
            root.resultTypes().stream().map(_ -> (Type) IntegerType.I64).toList()));
    return PatternResult.REWRITTEN;
  }

  private static PatternResult untidy(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    Patterns.create(rewriter, root, "l.junk", operands.flat(), List.of());
    root.next().ifPresent(next -> rewriter.moveBefore(root, next));
    root.previous().ifPresent(previous -> rewriter.moveBefore(root, previous));
    rewriter.modify(root, () -> root.setAttribute("k", new StringAttr("other")));
    return PatternResult.noMatch("it is never so");
  }

  @Property(tries = 300)
  void conversionsAreAllOrNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Operation module = Programs.parseUnregistered(program(random));
    String before = Programs.printWithLocations(module);
    List<Patterns.Scripted> some = PATTERNS.stream().filter(_ -> random.nextInt(8) > 0).toList();
    ConversionMode mode = ConversionMode.values()[random.nextInt(3)];
    ConversionOutcome outcome =
        new DialectConversion(
                ALL_ILLEGAL, PatternSet.of(some), mode, org.qopt.rewrite.RewriteListener.NONE)
            .convert(module);
    UseLists.check(module);
    Programs.assertValid(module);
    String after = Programs.printWithLocations(module);
    if (!outcome.succeeded() || mode == ConversionMode.ANALYSIS) {
      assertEquals(before, after);
    } else {
      assertFalse(after.matches("(?s).*\"p\\.[012456]\".*"), after);
    }
  }

  private static String program(Random random) {
    StringBuilder text = new StringBuilder("func.func @f(%a: i32, %b: i32) {\n");
    int kinds = random.nextInt(KINDS - 1) + 1;
    body(text, random, kinds, new ArrayList<>(List.of("%a", "%b")), 2 + random.nextInt(8), 0);
    return text.append("  return\n}\n").toString();
  }

  private static void body(
      StringBuilder text, Random random, int kinds, List<String> values, int size, int depth) {
    for (int i = 0; i < size; i++) {
      int kind = random.nextInt(4) == 0 ? KINDS - 2 : random.nextInt(kinds);
      kind = random.nextInt(40) == 0 ? KINDS - 1 : kind;
      List<String> operands = new ArrayList<>();
      for (int j = random.nextInt(3); j >= (random.nextInt(9) == 0 ? 1 : 0); j--) {
        operands.add(values.get(random.nextInt(values.size())));
      }
      String result = "%v" + depth + "_" + values.size() + "_" + i;
      text.append("  ").append(result).append(" = \"p.").append(kind).append("\"(");
      text.append(String.join(", ", operands)).append(")");
      if (kind == 4) {
        String argument = "%r" + depth + "_" + values.size() + "_" + i;
        text.append(" ({\n^bb0(").append(argument).append(": i32):\n");
        List<String> inner = new ArrayList<>(values);
        inner.add(argument);
        body(text, random, kinds, inner, depth > 2 ? 0 : random.nextInt(4), depth + 1);
        text.append("  \"l.end\"() : () -> ()\n})");
      }
      text.append(random.nextBoolean() ? " {k = 1 : i32}" : "").append(" : (");
      text.append(String.join(", ", operands.stream().map(_ -> "i32").toList()));
      text.append(") -> i32 loc(\"").append(result.substring(1)).append("\")\n");
      values.add(result);
    }
  }
}
