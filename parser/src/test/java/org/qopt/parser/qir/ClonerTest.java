package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.Cloner;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;

class ClonerTest {
  private static final String TEXT =
      """
      "builtin.module"() ({
        "t.outer"() <{p = 1 : i32}> ({
          "t.first"()[^bb2] : () -> ()
        ^bb1:
          "t.early"(%late) {d} : (i32) -> () loc("early")
          "t.end"() : () -> ()
        ^bb2:
          %late = "t.late"() : () -> i32
          "t.go"(%late)[^bb1] : (i32) -> ()
        }) : () -> ()
      }) : () -> ()
      """;

  private static Operation read(String text) {
    return QirReader.read(text, "t.qir", Dialects.load(), ReadOptions.ALLOW_UNREGISTERED).module();
  }

  private static String text(Operation operation) {
    return Printer.toText(operation, PrintOptions.GENERIC.withLocations(true));
  }

  @Test
  void copyReadsAsTheOriginalAndSharesNothingThatChanges() {
    Operation original = read(TEXT);
    String before = text(original);
    Operation copy = Cloner.copyOf(original);
    assertEquals(before, text(copy));
    copy.walk(operation -> operation.operands().forEach(value -> assertInside(copy, value)));
    copy.walk(
        operation ->
            operation
                .successors()
                .forEach(block -> assertTrue(copy.encloses(block.parentOp().orElseThrow()))));
    copy.region(0).blocks().getFirst().first().orElseThrow().erase();
    assertEquals(before, text(original));
  }

  private static void assertInside(Operation scope, Value value) {
    assertTrue(scope.encloses(value.block().flatMap(Block::parentOp).orElseThrow()));
  }

  @Test
  void valuesFromOutsideStayUnlessMapped() {
    Operation module =
        read(
            """
            func.func @f(%a: tensor<2xf32>, %b: tensor<2xf32>) -> tensor<2xf32> {
              %0 = nn.relu %a : tensor<2xf32>
              return %0 : tensor<2xf32>
            }
            """);
    FuncOp function = new FuncOp(module.region(0).entry().orElseThrow().first().orElseThrow());
    Operation relu = function.entry().first().orElseThrow();
    assertSame(function.arguments().get(0), Cloner.copyOf(relu).operand(0));
    Cloner cloner = new Cloner();
    cloner.map(function.arguments().get(0), function.arguments().get(1));
    Operation copy = cloner.copy(relu);
    assertSame(function.arguments().get(1), copy.operand(0));
    assertNotSame(relu.result(), copy.result());
    assertSame(copy.result(), cloner.lookup(relu.result()));
    assertEquals(relu.position(), copy.position());
  }
}
