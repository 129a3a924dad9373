package org.qopt.cli.reduce.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Dialects;
import org.qopt.ir.Program;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;

/** What each move does to a small program. */
class MovesTest {
  private static final Dialects DIALECTS = Dialects.load();

  private static Program read(String text) {
    return QirReader.read(text, "t.qir", DIALECTS, ReadOptions.ALLOW_UNREGISTERED);
  }

  private static String print(Program program) {
    PrintOptions options = PrintOptions.PRETTY.withTrailer(program.trailer());
    return Printer.toText(program.module(), options);
  }

  /** Checks that the move offers so many edits, that all of them lead to {@code after}, and end. */
  private static void check(Move move, int edits, String before, String after) {
    Program program = read(before);
    Draft draft = Draft.of(program);
    List<Edit> offered = move.edits(draft);
    assertEquals(edits, offered.size());
    offered.forEach(Edit::apply);
    assertEquals(print(read(after)), print(draft.end(program)));
    assertEquals(print(read(before)), print(program), "the original was changed");
  }

  /** Checks what edit {@code index} alone does. */
  private static void checkOne(Move move, int index, String before, String after) {
    Program program = read(before);
    Draft draft = Draft.of(program);
    move.edits(draft).get(index).apply();
    assertEquals(print(read(after)), print(draft.end(program)));
  }

  @Test
  void namesAreDifferent() {
    assertEquals(Moves.ALL.size(), Moves.ALL.stream().map(Move::name).distinct().count());
    assertTrue(Moves.ALL.stream().noneMatch(move -> move.name().isEmpty()));
  }

  @Test
  void trailerIsDropped() {
    check(
        new DropTrailer(),
        1,
        """
        module {
        }
        {-#
          external_resources: {
            other: {
              key: "value"
            }
          }
        #-}
        """,
        "module {\n}");
  }

  @Test
  void symbolsAreErased() {
    check(
        new EraseSymbols(),
        2,
        "func.func private @f()\nfunc.func @g() {\n  return\n}",
        "module {\n}");
  }

  @Test
  void bodiesAreDropped() {
    check(
        new DropBodies(),
        1,
        "func.func @f(%x: i32) -> i32 {\n  return %x : i32\n}\nfunc.func private @g()",
        "func.func private @f(i32) -> i32\nfunc.func private @g()");
  }

  @Test
  void resultsAreDroppedWithTheirAttributes() {
    checkOne(
        new DropResults(),
        1,
        """
        func.func @f(%x: i32, %y: i8) -> (i32 {a.b}, i8 {c.d}) {
          return %x, %y : i32, i8
        }
        """,
        """
        func.func @f(%x: i32, %y: i8) -> (i8 {c.d}) {
          return %y : i8
        }
        """);
  }

  @Test
  void chainsOfUnusedOperationsAreErased() {
    check(
        new EraseUnused(),
        1,
        """
        func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
          %0 = nn.relu %x : tensor<4xf32>
          %1 = nn.tanh %x : tensor<4xf32>
          %2 = nn.tanh %1 : tensor<4xf32>
          return %0 : tensor<4xf32>
        }
        """,
        """
        func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
          %0 = nn.relu %x : tensor<4xf32>
          return %0 : tensor<4xf32>
        }
        """);
  }

  @Test
  void lastOperationsAreErasedAlone() {
    check(
        new EraseLast(),
        1,
        """
        func.func @f(%x: tensor<4xf32>) {
          %0 = nn.relu %x : tensor<4xf32>
          %1 = nn.tanh %0 : tensor<4xf32>
          return
        }
        """,
        """
        func.func @f(%x: tensor<4xf32>) {
          %0 = nn.relu %x : tensor<4xf32>
          return
        }
        """);
  }

  @Test
  void operandsThatAreNeededAreLeft() {
    String program =
        """
        func.func @f(%x: tensor<4xf32>) {
          %0 = nn.add %x, %x : tensor<4xf32>
          return
        }
        """;
    check(new DropOperands(), 0, program, program);
  }

  @Test
  void operationsBecomeArguments() {
    checkOne(
        new CutOperations(),
        0,
        """
        func.func @f(%x: tensor<4xf32> {a.b}) -> tensor<4xf32> {
          %0 = nn.relu %x : tensor<4xf32>
          %1 = nn.tanh %0 : tensor<4xf32>
          return %1 : tensor<4xf32>
        }
        """,
        """
        func.func @f(%x: tensor<4xf32> {a.b}, %y: tensor<4xf32>) -> tensor<4xf32> {
          %0 = nn.relu %x : tensor<4xf32>
          return %y : tensor<4xf32>
        }
        """);
  }

  @Test
  void operationsAreBypassedWhereTypesAgree() {
    check(
        new BypassOperations(),
        2,
        """
        func.func @f(%x: tensor<4xf32>) -> tensor<2x2xf32> {
          %0 = nn.relu %x : tensor<4xf32>
          %1 = nn.tanh %0 : tensor<4xf32>
          %2 = nn.reshape %1 {shape = array<i64: 2, 2>} : tensor<2x2xf32>
          return %2 : tensor<2x2xf32>
        }
        """,
        """
        func.func @f(%x: tensor<4xf32>) -> tensor<2x2xf32> {
          %2 = nn.reshape %x {shape = array<i64: 2, 2>} : tensor<2x2xf32>
          return %2 : tensor<2x2xf32>
        }
        """);
  }

  private static final String TWO_BLOCKS =
      """
      func.func @f(%x: i32) -> i32 {
        %0 = "t.a"(%x) : (i32) -> i32
        "t.br"()[^b] : () -> ()
      ^b:
        %1 = "t.c"(%0) : (i32) -> i32
        "t.br"()[^c] : () -> ()
      ^c:
        return %1 : i32
      }
      """;

  @Test
  void controlFlowIsCutOff() {
    check(
        new ReturnEarly(),
        1,
        TWO_BLOCKS,
        """
        func.func @f(%x: i32, %y: i32) -> i32 {
          %0 = "t.a"(%x) : (i32) -> i32
          return %y : i32
        }
        """);
  }

  @Test
  void blocksBecomeOne() {
    check(
        new FlattenBlocks(),
        1,
        """
        func.func @f(%x: i32) -> i32 {
          %0 = "t.a"(%x) : (i32) -> i32
          "t.br"(%0)[^b] : (i32) -> ()
        ^b(%y: i32):
          %1 = "t.c"(%0, %y) : (i32, i32) -> i32
          "t.br"()[^c] : () -> ()
        ^c:
          return %1 : i32
        }
        """,
        """
        func.func @f(%x: i32, %y: i32) -> i32 {
          %0 = "t.a"(%x) : (i32) -> i32
          %1 = "t.c"(%0, %y) : (i32, i32) -> i32
          return %1 : i32
        }
        """);
  }

  @Test
  void regionsAreUnwrapped() {
    check(
        new UnwrapRegions(),
        2,
        """
        func.func @f() -> i32 {
          %0 = "t.loop"() ({
          ^b(%i: i32):
            "t.inner"() ({
              "t.deep"(%i) : (i32) -> ()
              "t.yield"() : () -> ()
            }) : () -> ()
            "t.yield"() : () -> ()
          }) : () -> i32
          return %0 : i32
        }
        """,
        """
        func.func @f(%i: i32, %0: i32) -> i32 {
          "t.deep"(%i) : (i32) -> ()
          return %0 : i32
        }
        """);
  }

  @Test
  void blocksAreErasedAndBranchesRedirected() {
    checkOne(
        new EraseBlocks(),
        0,
        """
        func.func @f() {
          "t.br"()[^b, ^c] : () -> ()
        ^b:
          return
        ^c:
          return
        }
        """,
        """
        func.func @f() {
          "t.br"()[^b, ^b] : () -> ()
        ^b:
          return
        }
        """);
  }

  @Test
  void operandsAreDropped() {
    check(
        new DropOperands(),
        2,
        """
        func.func @f(%x: i32) -> i32 {
          %0 = "t.a"(%x, %x) : (i32, i32) -> i32
          return %0 : i32
        }
        """,
        """
        func.func @f(%x: i32) -> i32 {
          %0 = "t.a"() : () -> i32
          return %0 : i32
        }
        """);
  }

  @Test
  void operandsAreShared() {
    check(
        new ShareOperands(),
        2,
        """
        func.func @f(%x: i32, %y: i32, %z: i8) -> i8 {
          %0 = "t.a"(%x, %y) : (i32, i32) -> i8
          return %0 : i8
        }
        """,
        """
        func.func @f(%x: i32, %y: i32, %z: i8) -> i8 {
          %0 = "t.a"(%x, %x) : (i32, i32) -> i8
          return %z : i8
        }
        """);
  }

  @Test
  void unusedArgumentsAreDroppedWithTheirAttributes() {
    check(
        new DropArguments(),
        2,
        "func.func @f(%x: i32 {a.b}, %y: i8 {c.d}, %z: i1) -> i8 {\n  return %y : i8\n}",
        "func.func @f(%y: i8 {c.d}) -> i8 {\n  return %y : i8\n}");
  }

  private static String constant(String elements) {
    return """
    func.func @f() -> tensor<3xf32> {
      %%0 = nn.constant {value = dense<%s> : tensor<3xf32>} : tensor<3xf32>
      return %%0 : tensor<3xf32>
    }
    """
        .formatted(elements);
  }

  @Test
  void constantsBecomeZeros() {
    check(new ZeroConstants(), 1, constant("[1.0, 2.0, 3.0]"), constant("0.0"));
    check(new ZeroConstants(), 0, constant("0.0"), constant("0.0"));
    // Minus zero is another number.
    check(new ZeroConstants(), 1, constant("-0.0"), constant("0.0"));
  }

  @Test
  void constantsBecomeUniform() {
    check(new SplatConstants(), 1, constant("[1.0, 2.0, 3.0]"), constant("1.0"));
    check(new SplatConstants(), 0, constant("1.0"), constant("1.0"));
  }

  @Test
  void attributesAreDropped() {
    checkOne(
        new DropAttributes(),
        0,
        "module attributes {a.b} {\n  func.func private @f()\n}",
        "module {\n  func.func private @f()\n}");
  }

  @Test
  void typesFollowFromAttributesThatAreDropped() {
    checkOne(
        new DropAttributes(),
        0,
        """
        func.func @f(%x: tensor<2x8xf32>) -> tensor<2x1xf32> {
          %0 = nn.mean %x {axes = array<i64: 1>, keep_dims = true} : tensor<2x1xf32>
          return %0 : tensor<2x1xf32>
        }
        """,
        """
        func.func @f(%x: tensor<2x8xf32>) -> tensor<2xf32> {
          %0 = nn.mean %x {axes = array<i64: 1>} : tensor<2xf32>
          return %0 : tensor<2xf32>
        }
        """);
  }

  @Test
  void dimensionsOfOneSizeShrinkTogether() {
    checkOne(
        new ShrinkDimensions(),
        0,
        """
        func.func private @g(tensor<8xf32>)
        func.func @f(%x: tensor<2x8xf32>) -> tensor<2x4xf32> {
          %w = nn.constant {value = dense<5.0> : tensor<4x8xf32>} : tensor<4x8xf32>
          %0 = nn.fully_connected %x, %w : tensor<2x4xf32>
          return %0 : tensor<2x4xf32>
        }
        """,
        """
        func.func private @g(tensor<1xf32>)
        func.func @f(%x: tensor<2x1xf32>) -> tensor<2x4xf32> {
          %w = nn.constant {value = dense<5.0> : tensor<4x1xf32>} : tensor<4x1xf32>
          %0 = nn.fully_connected %x, %w : tensor<2x4xf32>
          return %0 : tensor<2x4xf32>
        }
        """);
  }

  @Test
  void whatIsComputedOfShrunkDimensionsFollows() {
    checkOne(
        new ShrinkDimensions(),
        1,
        """
        func.func @f(%x: tensor<2x8xf32>) -> tensor<16xf32> {
          %0 = nn.reshape %x {shape = array<i64: -1>} : tensor<16xf32>
          return %0 : tensor<16xf32>
        }
        """,
        """
        func.func @f(%x: tensor<1x8xf32>) -> tensor<8xf32> {
          %0 = nn.reshape %x {shape = array<i64: -1>} : tensor<8xf32>
          return %0 : tensor<8xf32>
        }
        """);
  }

  @Test
  void locationsAreForgotten() {
    Program program = read("func.func @f(%x: i32 loc(\"x\")) {\n  return loc(\"r\")\n} loc(\"f\")");
    Draft draft = Draft.of(program);
    new DropLocations().edits(draft).forEach(Edit::apply);
    String text = Printer.toText(draft.module(), PrintOptions.PRETTY.withLocations(true));
    assertEquals(4, text.split("loc\\(unknown\\)", -1).length - 1, text);
    assertEquals(List.of(), new DropLocations().edits(draft));
  }
}
