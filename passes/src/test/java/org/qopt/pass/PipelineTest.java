package org.qopt.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qopt.ir.Operation;
import org.qopt.pass.option.PassOptions;
import org.qopt.passes.composite.FixedPointPass;

final class PipelineTest {
  enum Mode {
    FAST,
    VERY_SLOW
  }

  /** A pass with an option of every kind, and a component that is none. */
  record EveryOption(
      String text,
      int count,
      long size,
      double ratio,
      boolean isOn,
      Mode mode,
      List<String> words,
      Path file,
      Optional<Integer> limit,
      Object fixed)
      implements Pass {
    static final EveryOption DEFAULT =
        new EveryOption(
            "t", 1, 2, 0.5, false, Mode.FAST, List.of(), Path.of("f"), Optional.empty(), "fixed");

    EveryOption {
      if (count < 0) {
        throw new IllegalArgumentException("expected 'count' of at least 0, but got " + count);
      }
    }

    @Override
    public PassInfo info() {
      return PassInfo.of("every-option", "has every option")
          .option("text", "a text")
          .option("count", "a count")
          .option("size", "a size")
          .option("ratio", "a ratio")
          .option("is-on", "a switch")
          .option("mode", "a mode")
          .option("words", "words")
          .option("file", "a file")
          .option("limit", "a limit");
    }

    @Override
    public void run(Operation operation, PassContext context) {}
  }

  record Plain(String name, Anchor anchor) implements Pass {
    @Override
    public PassInfo info() {
      return PassInfo.of(name, "does nothing").on(anchor);
    }

    @Override
    public void run(Operation operation, PassContext context) {}
  }

  private static final Pass ON_ANY = new Plain("on-any", Anchor.ANY);
  private static final Pass ON_MODULE = new Plain("on-module", Anchor.MODULE);
  private static final Pass ON_FUNCTION = new Plain("on-function", Anchor.FUNCTION);
  private static final PassRegistry REGISTRY =
      PassRegistry.of(List.of(ON_ANY, ON_MODULE, ON_FUNCTION, EveryOption.DEFAULT));

  private static Pipeline parse(String text) {
    return Pipeline.parse(text, REGISTRY);
  }

  @Test
  void bareListRunsOnModule() {
    assertEquals("builtin.module(on-module,on-any)", parse("on-module, on-any").toString());
  }

  @Test
  void bareListNestsPassesOfFunctions() {
    assertEquals(
        "builtin.module(on-module,func.func(on-function))",
        parse("on-module,on-function").toString());
  }

  @Test
  void nestedPipelineKeepsItsShape() {
    String text = "builtin.module(on-any,func.func(on-function,any(on-any)),func.func())";
    assertEquals(text, parse(text).toString());
  }

  @Test
  void optionsOfEveryKindAreRead() {
    Pass pass =
        REGISTRY.create(
            "every-option",
            " text='a b'  count=7 size=8 ratio=0.25 is-on mode=very-slow words=x,\"y,z\" file=a/b"
                + " limit=3");
    assertEquals(
        new EveryOption(
            "a b",
            7,
            8,
            0.25,
            true,
            Mode.VERY_SLOW,
            List.of("x", "y,z"),
            Path.of("a/b"),
            Optional.of(3),
            "fixed"),
        pass);
  }

  @Test
  void bracesKeepAValueTogether() {
    EveryOption read =
        (EveryOption) REGISTRY.create("every-option", "text={a b} words={x,{y,z}} mode={fast}");
    assertEquals("a b", read.text());
    assertEquals(List.of("x", "y,z"), read.words());
  }

  @Test
  void valueMayBeAPipeline() {
    PassRegistry registry = PassRegistry.of(List.of(ON_ANY, ON_FUNCTION, FixedPointPass.DEFAULT));
    for (String text :
        List.of("on-any,func.func(on-function)", "any(on-any,func.func(on-function))")) {
      FixedPointPass read =
          (FixedPointPass) registry.create("composite-fixed-point-pass", "pipeline=" + text);
      assertEquals("any(on-any,func.func(on-function))", read.pipeline().toString());
    }
    String whole = "any(composite-fixed-point-pass{pipeline=any(on-any,nope)})";
    PipelineSyntaxException e =
        assertThrows(PipelineSyntaxException.class, () -> Pipeline.parse(whole, registry));
    assertEquals("there is no pass 'nope'", e.getMessage());
    assertEquals(whole.indexOf("nope"), e.position());
  }

  @Test
  void wholePipelineOverAnythingRunsOnTheProgramItself() {
    assertEquals(Anchor.ANY, parse("any(on-any)").anchor());
  }

  @Test
  void optionsAreDescribedForHelp() {
    assertEquals(
        new PassOptions.Description("mode", "one of fast, very-slow", "a mode", "fast"),
        PassOptions.describe(EveryOption.DEFAULT).get(5));
  }

  @Test
  void passesOnTheClassPathAreFound() {
    assertTrue(
        PassRegistry.load()
            .all()
            .keySet()
            .containsAll(
                List.of(
                    "canonicalize",
                    "cse",
                    "print-op-stats",
                    "shape-inference",
                    "strip-debuginfo",
                    "symbol-dce")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on-any,             | 7  | expected the name of a pass or an operation, but got the end",
        "no-such-pass        | 0  | there is no pass 'no-such-pass'",
        "on-any)             | 6  | expected ',' or the end, but got ')'",
        "func.func(on-any    | 16 | expected ',' or ')', but got the end",
        "on-any(on-any)      | 0  | 'on-any' is a pass: its options stand in braces",
        "nonsense(on-any)    | 0  | expected the name of an operation or 'any' before '('",
        "on-any{x=1}         | 7  | pass 'on-any' has no option 'x'; it has none",
        "every-option{cont=1} | 13 | pass 'every-option' has no option 'cont'; did you mean 'count'?",
        "every-option{count=x} | 13 | option 'count' of pass 'every-option' takes a value of type",
        "every-option{mode=x} | 13 | 'one of fast, very-slow', but got 'x'",
        "every-option{is-on=x} | 13 | 'true or false', but got 'x'",
        "every-option{count=-1} | 13 | pass 'every-option': expected 'count' of at least 0",
        "every-option{count=1 count=2} | 21 | option 'count' of pass 'every-option' is set twice",
        "every-option{count=1 | 12 | the options of 'every-option' have no closing brace",
        "func.func(on-module) | 10 | did you mean builtin.module(on-module)?",
      })
  void malformedTextIsRefused(String text, int position, String message) {
    PipelineSyntaxException e =
        assertThrows(PipelineSyntaxException.class, () -> parse(text.strip()));
    assertTrue(e.getMessage().contains(message.strip()), e.getMessage());
    assertEquals(position, e.position());
    assertEquals(text.strip(), e.text());
  }

  @Test
  void hostileNestingIsRefused() {
    assertThrows(PipelineSyntaxException.class, () -> parse("any(".repeat(100_000)));
  }

  @Test
  void twoPassesOfOneNameAreRefused() {
    assertThrows(IllegalStateException.class, () -> PassRegistry.of(List.of(ON_ANY, ON_ANY)));
  }

  @Property(tries = 300)
  void whatIsPrintedIsReadBack(@ForAll("pipelines") Pipeline pipeline) {
    assertEquals(pipeline, parse(pipeline.toString()));
  }

  @Provide
  Arbitrary<Pipeline> pipelines() {
    return pipelineOn(Anchor.MODULE, 2);
  }

  private static Arbitrary<Pipeline> pipelineOn(Anchor anchor, int depth) {
    Arbitrary<Stage> pass = passes(anchor).map(PassStage::new);
    Arbitrary<Stage> stage =
        depth == 0
            ? pass
            : Arbitraries.oneOf(
                pass,
                Arbitraries.of(Anchor.MODULE, Anchor.FUNCTION, Anchor.ANY)
                    .flatMap(inner -> pipelineOn(inner, depth - 1).map(p -> (Stage) p)));
    return stage
        .list()
        .ofMaxSize(3)
        .map(stages -> new Pipeline(anchor, ImmutableList.copyOf(stages)));
  }

  private static Arbitrary<Pass> passes(Anchor anchor) {
    Arbitrary<Pass> plain =
        Arbitraries.of(ON_ANY, ON_MODULE, ON_FUNCTION)
            .filter(pass -> pass.info().anchor().fits(anchor));
    Arbitrary<String> text = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(6);
    Arbitrary<Pass> options =
        Combinators.combine(
                text,
                Arbitraries.integers().greaterOrEqual(0),
                Arbitraries.doubles(),
                Arbitraries.of(Mode.class),
                text.list().ofMaxSize(3),
                Arbitraries.integers().optional())
            .as(
                (word, count, ratio, mode, words, limit) ->
                    new EveryOption(
                        word, count, 1, ratio, true, mode, words, Path.of("x y"), limit, "fixed"));
    return Arbitraries.oneOf(plain, options);
  }
}
