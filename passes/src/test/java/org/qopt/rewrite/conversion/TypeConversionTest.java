package org.qopt.rewrite.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Type;
import org.qopt.passes.Programs;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.PatternSet;

final class TypeConversionTest {
  private static final Type I32 = IntegerType.I32;
  private static final Type I64 = IntegerType.I64;

  private static final String TEXT =
      """
      func.func @f(%x: i32 loc("x"), %y: i1) -> i32 {
        %0 = "a.inc"(%x) : (i32) -> i32 loc("inc")
        %1 = "a.inc"(%0) : (i32) -> i32 loc("again")
        return %1 : i32
      }
      func.func @g(%x: i32, %y: i1) -> i32 {
        %0 = call @f(%x, %y) : (i32, i1) -> i32
        return %0 : i32
      }
      func.func private @h(i32 {t.k = 1 : i32}) -> i1
      """;

  private static TypeConverter.Builder widening() {
    return TypeConverter.builder()
        .convert(Optional::of)
        .convert(type -> type.equals(I32) ? Optional.of(I64) : Optional.empty());
  }

  private static TypeConverter.Builder materializing(TypeConverter.Builder builder) {
    for (TypeConverter.Use use : TypeConverter.Use.values()) {
      String name = "l." + use.name().toLowerCase(java.util.Locale.ROOT);
      builder.materialize(
          use,
          (make, type, inputs, location) ->
              Optional.of(
                  make.create(
                          OperationState.of(name, Optional.empty(), location)
                              .addOperands(inputs)
                              .addResult(type))
                      .result()));
    }
    return builder;
  }

  private static Patterns.Scripted increment(TypeConverter types) {
    return Patterns.typed(
        "a.inc",
        "inc",
        types,
        (root, operands, rewriter) -> {
          rewriter.replace(
              root,
              Patterns.create(
                  rewriter, root, "l.inc", operands.flat(), List.of(operands.value(0).type())));
          return PatternResult.REWRITTEN;
        });
  }

  private static ConversionTarget.Builder target() {
    return ConversionTarget.builder().legalDialects("builtin", "func", "l").illegalDialects("a");
  }

  @Test
  void signaturesCallsAndBodiesAreConverted() {
    TypeConverter types = widening().build();
    Operation module = Programs.parseUnregistered(TEXT);
    // No cast may be left: nothing materializes any.
    ConversionTarget target =
        FunctionConversion.legality(target(), types)
            .illegal("builtin.unrealized_conversion_cast")
            .build();
    ConversionOutcome outcome =
        DialectConversion.full(
                target, FunctionConversion.patterns(types).and(PatternSet.of(increment(types))))
            .convert(module);
    assertEquals(List.of(), outcome.errors());
    Programs.assertValid(module);
    UseLists.check(module);
    assertEquals(
        """
        module {
          func.func @f(%arg0: i64, %arg1: i1) -> i64 {
            %0 = "l.inc"(%arg0) : (i64) -> i64
            %1 = "l.inc"(%0) : (i64) -> i64
            return %1 : i64
          }
          func.func @g(%arg0: i64, %arg1: i1) -> i64 {
            %0 = call @f(%arg0, %arg1) : (i64, i1) -> i64
            return %0 : i64
          }
          func.func private @h(i64 {t.k = 1 : i32}) -> i1
        }
        """,
        Programs.print(module));
    assertEquals("\"x\"", Programs.function(module).arguments().getFirst().location().toString());
  }

  @Test
  void castsAreMaterializedWhereBothTypesAreInUse() {
    TypeConverter types = materializing(widening()).build();
    Operation module = Programs.parseUnregistered(TEXT);
    ConversionTarget target = target().illegal("builtin.unrealized_conversion_cast").build();
    ConversionOutcome outcome =
        DialectConversion.full(target, PatternSet.of(increment(types))).convert(module);
    assertEquals(List.of(), outcome.errors());
    Programs.assertValid(module);
    assertEquals(List.of("l.target", "l.inc", "l.inc", "l.source"), Programs.ops(module));
    assertEquals("\"x\"", Programs.function(module).entry().first().get().location().toString());
  }

  @Test
  void castsThatNothingMaterializesAreErrorsUnlessTheyAreLegal() {
    TypeConverter types = widening().build();
    Operation module = Programs.parseUnregistered(TEXT);
    String before = Programs.printWithLocations(module);
    ConversionTarget strict = target().illegal("builtin.unrealized_conversion_cast").build();
    ConversionOutcome outcome =
        DialectConversion.full(strict, PatternSet.of(increment(types))).convert(module);
    assertEquals(
        List.of(
            "failed to legalize unresolved materialization from ('i32') to ('i64') that remained live after conversion",
            "failed to legalize unresolved materialization from ('i64') to ('i32') that remained live after conversion"),
        outcome.errors().stream().map(Diagnostic::message).toList());
    assertEquals(
        "see existing live user here: 'l.inc' op",
        outcome.errors().getFirst().notes().getFirst().message());
    assertEquals(before, Programs.printWithLocations(module));
    UseLists.check(module);

    ConversionOutcome kept =
        DialectConversion.full(target().build(), PatternSet.of(increment(types))).convert(module);
    assertTrue(kept.succeeded());
    assertEquals(
        List.of(
            "builtin.unrealized_conversion_cast",
            "l.inc",
            "l.inc",
            "builtin.unrealized_conversion_cast"),
        Programs.ops(module));
    Programs.assertValid(module);
  }

  @Test
  void typesMayBeTakenApartAndDropped() {
    TypeConverter types =
        materializing(
                TypeConverter.builder()
                    .convert(Optional::of)
                    .expand(
                        type ->
                            type.equals(I64) ? Optional.of(List.of(I32, I32)) : Optional.empty())
                    .expand(
                        type ->
                            type.equals(IntegerType.I1)
                                ? Optional.of(List.of())
                                : Optional.empty()))
            .build();
    String text =
        """
        func.func @f(%x: i64 {t.k = 1 : i32}, %y: i1, %z: i8) -> (i1, i64) {
          %0 = "u.old"(%x) : (i64) -> i64
          %1:2 = call @f(%0, %y, %z) : (i64, i1, i8) -> (i1, i64)
          return %1#0, %0 : i1, i64
        }
        """;
    Operation module = Programs.parseUnregistered(text);
    ConversionTarget target = FunctionConversion.legality(target(), types).build();
    ConversionOutcome outcome =
        DialectConversion.partial(target, FunctionConversion.patterns(types)).convert(module);
    assertEquals(List.of(), outcome.errors());
    Programs.assertValid(module);
    UseLists.check(module);
    assertEquals(
        """
        module {
          func.func @f(%arg0: i32 {t.k = 1 : i32}, %arg1: i32 {t.k = 1 : i32}, %arg2: i8) -> (i32, i32) {
            %0 = "l.argument"(%arg0, %arg1) : (i32, i32) -> i64
            %1 = "u.old"(%0) : (i64) -> i64
            %2:2 = builtin.unrealized_conversion_cast %1 : i64 to i32, i32
            %3:2 = call @f(%2#0, %2#1, %arg2) : (i32, i32, i8) -> (i32, i32)
            %4:2 = builtin.unrealized_conversion_cast %1 : i64 to i32, i32
            return %4#0, %4#1 : i32, i32
          }
        }
        """,
        Programs.print(module));
  }

  @Test
  void typesWithoutAConversionAreNamed() {
    TypeConverter types =
        TypeConverter.builder()
            .convert(type -> type.equals(I64) ? Optional.of(I64) : Optional.empty())
            .build();
    Operation module = Programs.parseUnregistered(TEXT);
    String before = Programs.printWithLocations(module);
    ConversionOutcome outcome =
        DialectConversion.partial(target().build(), PatternSet.of(increment(types)))
            .convert(module);
    assertFalse(outcome.succeeded());
    assertEquals(
        "pattern 'inc': operand #0 has no converted form, it is of type i32",
        outcome.errors().getFirst().notes().getFirst().message());
    assertEquals(before, Programs.printWithLocations(module));
  }
}
