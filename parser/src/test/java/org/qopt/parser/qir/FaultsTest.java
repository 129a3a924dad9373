package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts with a fault are told where it is, what was expected and what was found. */
class FaultsTest {
  @ParameterizedTest
  @MethodSource
  void isReported(String text, String expected) {
    assertEquals(expected.isEmpty() ? "" : expected + "\n", Qir.faults(text));
  }

  static Stream<Arguments> isReported() {
    return Stream.of(
        // the program
        fault(")", "1:1: error: expected operation, but found ')'"),
        fault("foo", "1:1: error: expected operation, but found 'foo'"),
        fault("\"a\"() : () -> () }", "1:18: error: expected operation, but found '}'"),
        fault("\"a\"()", "1:6: error: expected ':', '<', '(', '[' or '{', but found end of file"),
        // at the end of the line on which something is missing, whatever follows
        fault(
            "\"a\"() // then\n\nfoo",
            "1:6: error: expected ':', '<', '(', '[' or '{', but found 'foo'",
            "3:1: error: expected operation, but found 'foo'"),
        fault("module {\n\n", "1:9: error: expected operation, but found end of file"),
        fault("\"a\"() : i32", "1:9: error: expected function type, but found 'i32'"),
        fault("\"a\"() {x = } : () -> ()", "1:12: error: expected attribute value, but found '}'"),
        fault(
            "\"a\"() {(} : () -> ()", "1:8: error: expected attribute name or '}', but found '('"),
        fault(
            "\"a\"() {x, x} : () -> ()", "1:11: error: duplicate key 'x' in dictionary attribute"),
        // values
        fault(
            "%0 = \"a\"() : () -> ()",
            "1:1: error: operation defines 0 results but was provided 1 to bind"),
        fault("\"a\"(%0) : (i32) -> ()", "1:5: error: use of undeclared SSA value name '%0'"),
        fault("\"a\"(%0) : () -> ()", "1:11: error: expected 1 operand types but had 0"),
        fault(
            "%0 = \"a\"() : () -> i32\n\"b\"(%0) : (i64) -> ()",
            "2:5: error: use of value '%0' expects different type than prior uses: 'i64' vs 'i32'",
            "1:1: note: prior use here"),
        fault(
            "\"b\"(%0) : (i64) -> ()\n%0 = \"a\"() : () -> i32",
            "2:1: error: definition of SSA value '%0#0' has type i32",
            "1:5: note: previously used here with type i64"),
        fault(
            "%0 = \"a\"() : () -> i32\n%0 = \"a\"() : () -> i32",
            "2:1: error: redefinition of SSA value '%0'", "1:1: note: previously defined here"),
        fault(
            "%0 = \"a\"() : () -> i32\n\"b\"(%0#1) : (i32) -> ()",
            "2:5: error: reference to invalid result number 1 of '%0', which defines 1; they are counted from 0"),
        fault(
            "%0:0 = \"a\"() : () -> ()",
            "1:4: error: expected a number of results from 1 to 65536, but found '0'"),
        // blocks
        fault(
            "\"a\"() ({ \"b\"()[^x] : () -> () }) : () -> ()",
            "1:16: error: reference to an undefined block '^x'"),
        fault(
            "\"a\"() ({\n^x:\n  \"b\"() : () -> ()\n^x:\n  \"b\"() : () -> () }) : () -> ()",
            "4:1: error: redefinition of block '^x'",
            "2:1: note: previously defined here"),
        fault("\"a\"()[^x] : () -> ()", "1:7: error: a successor outside of any region"),
        // types
        fault(
            "\"a\"() {x = tensor<2xf33>} : () -> ()",
            "1:21: error: expected type, but found 'f33'"),
        fault("\"a\"() {x = tensor<2xf32} : () -> ()", "1:24: error: expected '>', but found '}'"),
        fault(
            "\"a\"() {x = tensor<2f32>} : () -> ()", "1:20: error: expected 'x', but found 'f32>'"),
        fault(
            "\"a\"() {x = vector<0xf32>} : () -> ()",
            "1:19: error: vector types must have positive constant sizes"),
        fault(
            "\"a\"() {x = vector<2x!quant.any<i8:f32>>} : () -> ()",
            "1:21: error: vector cannot have elements of type !quant.any<i8:f32>"),
        fault(
            "\"a\"() {x = complex<index>} : () -> ()",
            "1:20: error: complex cannot have elements of type index"),
        fault(
            "\"a\"() {x = memref<2xnone>} : () -> ()",
            "1:21: error: memref cannot have elements of type none"),
        fault(
            "\"a\"() {x = tensor<2xtuple<>>} : () -> ()",
            "1:21: error: tensor cannot have elements of type tuple<>"),
        fault("\"a\"() {x = tuple<i8,>} : () -> ()", "1:21: error: expected type, but found '>'"),
        fault("\"a\"() {x = !t} : () -> ()", "1:12: error: undefined symbol alias id '!t'"),
        fault(
            "\"a\"() {x = !quant.foo<i8>} : () -> ()",
            "1:12: error: dialect 'quant' has no type '!quant.foo<i8>'"),
        fault(
            "\"a\"() {x = !quant.unifrom<i8:f32, 0.1>} : () -> ()",
            "1:12: error: dialect 'quant' has no type '!quant.unifrom<i8:f32, 0.1>'; did you mean '!quant.uniform'?"),
        fault(
            "\"a\"() {x = !rewrite.valu} : () -> ()",
            "1:12: error: dialect 'rewrite' has no type '!rewrite.valu'; did you mean '!rewrite.value'?"),
        fault("!t = i8\n!t = i8", "2:1: error: redefinition of symbol alias id '!t'"),
        // numbers
        fault(
            "\"a\"() {x = 300 : i8} : () -> ()",
            "1:12: error: integer constant out of range for type i8: 300"),
        fault(
            "\"a\"() {x = -1 : ui8} : () -> ()",
            "1:12: error: integer constant out of range for type ui8: -1"),
        fault(
            "\"a\"() {x = 128 : si8} : () -> ()",
            "1:12: error: integer constant out of range for type si8: 128"),
        fault(
            "\"a\"() {x = 1 : f32} : () -> ()",
            "1:12: error: expected a float of type f32, but found integer '1'; did you mean '1.0'?"),
        fault(
            "\"a\"() {x = 1.0 : i8} : () -> ()",
            "1:12: error: expected a value of type i8, but found float '1.0'"),
        fault(
            "\"a\"() {x = array<i8: 1, 300>} : () -> ()",
            "1:25: error: expected element of type i8, but found '300'"),
        // elements
        fault(
            "\"a\"() {x = dense<[1, 2]> : tensor<3xi8>} : () -> ()",
            "1:18: error: expected 3 elements in this list, but found 2"),
        fault(
            "\"a\"() {x = dense<[1, 2, 3]> : tensor<2xi8>} : () -> ()",
            "1:18: error: expected 2 elements in this list, but found more"),
        fault(
            "\"a\"() {x = dense<[1, [2]]> : tensor<2xi8>} : () -> ()",
            "1:22: error: expected element of type i8, but found '[2]]'"),
        fault(
            "\"a\"() {x = dense<1.5> : tensor<2xi8>} : () -> ()",
            "1:18: error: expected element of type i8, but found '1.5'"),
        fault(
            "\"a\"() {x = dense<1> : tensor<?xi8>} : () -> ()",
            "1:23: error: elements literal must be a ranked tensor of static shape, but got tensor<?xi8>"),
        fault(
            "\"a\"() {x = dense<\"0x123\"> : tensor<2xi8>} : () -> ()",
            "1:18: error: expected a string of hexadecimal bytes, \"0x...\""),
        fault(
            "\"a\"() {x = dense<\"0x123456\"> : tensor<2xi8>} : () -> ()",
            "1:18: error: expected the bytes of tensor<2xi8> or of one element, but found 3 bytes"),
        fault(
            "\"a\"() {x = dense<> : tensor<2xi8>} : () -> ()",
            "1:18: error: expected elements for tensor<2xi8>, but found none"),
        // locations
        fault("\"a\"() : () -> () loc(#x)", "1:18: error: undefined location alias '#x'"),
        fault("\"a\"() : () -> () loc(\"f\":1)", "1:27: error: expected ':', but found nothing"),
        fault(
            "\"a\"() : () -> () loc(nowhere)",
            "1:22: error: expected location, but found 'nowhere'"),
        // names
        fault(
            "%0 = nn.rulu : f32",
            "1:6: error: dialect 'nn' has no operation 'nn.rulu'; did you mean 'nn.relu'?"),
        fault(
            "%0 = \"nn.rulu\"() : () -> f32",
            "1:6: error: dialect 'nn' has no operation 'nn.rulu'; did you mean 'nn.relu'?"),
        fault(
            "%0 = nnn.relu : f32",
            "1:6: error: dialect 'nnn' not found for custom op 'nnn.relu'; did you mean 'nn'?; operations of unregistered dialects are written in the generic form, \"nnn.relu\"(...)"),
        // functions
        fault(
            "func.func @f(%a: i32, i32)",
            "1:23: error: expected names for all arguments or for none, but found 'i32'"),
        fault(
            "func.func @f(i32) {\n}",
            "1:19: error: expected non-empty function body; a declaration has no braces"),
        fault(
            "func.func @f(i32) {\n  return\n}",
            "1:1: error: 'func.func' op entry block must have 1 arguments to match function signature, but it has 0"),
        // names
        fault(
            "\"a\"() {x = @} : () -> ()",
            "1:12: error: unexpected character '@'; a symbol's name begins with a letter or '_'"),
        fault(
            "\"a\"() : () -> () loc(\"x\"::1)",
            "1:26: error: expected line or column, but found ':1'"),
        fault(
            "\"a\"() : () -> i16777216",
            "1:15: error: expected type, but found 'i16777216'; integers have at most 16777215 bits"),
        // characters
        fault("\"a\"() ? : () -> ()", "1:7: error: unexpected character '?'"),
        fault(
            "\uFEFFmodule {}",
            "1:1: error: unexpected byte order mark; a text is UTF-8 without one"),
        fault(
            "\"a\"()\r\n\"b\"(",
            "1:6: error: expected ':', '<', '(', '[' or '{', but found '\"b\"'",
            "2:5: error: expected SSA value or ')', but found end of file"),
        fault("\"a\"() é", "1:7: error: unexpected character 'é' (U+00E9)"),
        fault(
            "\"a\"() {x = \"abc\n\"}", "1:12: error: expected '\"' to end this string on its line"),
        fault("\"a\"() {x = tensor<2x", "1:18: error: expected '>' to close this '<'"));
  }

  private static Arguments fault(String text, String... lines) {
    return Arguments.of(
        text,
        String.join(
            "\n", Stream.of(lines).map(line -> Qir.FILE + ":" + line).toArray(String[]::new)));
  }

  @Test
  void readingGoesOnAfterAnOperationThatCannotBeRead() {
    String text =
        """
        func.func @f(%a: i32) {
          %0 = "x.y"(%a) : (i32 -> i32
          %1 = "x.z"(%0) : (i32) -> i32
          %2 = nn.rulu %a : i32
          return
        }
        func.func @g( {
          return
        }
        """;
    assertEquals(
        """
        test.qir:2:25: error: expected ',' or ')', but found '->'
        test.qir:4:8: error: dialect 'nn' has no operation 'nn.rulu'; did you mean 'nn.relu'?
        test.qir:7:15: error: expected type, SSA value, '(' or ')', but found '{'
        """,
        Qir.faults(text));
  }

  @Test
  void unknownDialectsAreRefusedUnlessAllowed() {
    String advice =
        "; if this is intended, allow unregistered dialects (--allow-unregistered-dialect)\n";
    assertEquals(
        "test.qir:1:1: error: operation 'x.y' of unregistered dialect 'x'" + advice,
        Qir.strictFaults("\"x.y\"() : () -> ()"));
    assertEquals(
        "test.qir:1:27: error: type '!x.y' of unregistered dialect 'x'" + advice,
        Qir.strictFaults("func.func private @f() -> !x.y"));
    assertEquals(
        "test.qir:1:22: error: attribute '#qant.y' of unregistered dialect 'qant'; did you mean 'quant'?"
            + advice,
        Qir.strictFaults("module attributes {a=#qant.y} {}"));
  }
}
