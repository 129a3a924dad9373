package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.ir.Operation;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;

/** What is written in one way of several is read, and printed in the one that is ours. */
class SyntaxTest {
  /** {@return how attribute {@code text} is printed again} */
  private static String attribute(String text) {
    String printed = Qir.roundTrip("\"a\"() {x = " + text + "} : () -> ()");
    return printed.substring(printed.indexOf("x = ") + 4, printed.lastIndexOf("} : ()"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 : i64",
        "-5 : si7",
        "340282366920938463463374607431768211455 : ui128",
        "7 : index",
        "0.5 : f32",
        "0x7FC00000 : f32",
        "0x7F800001 : f32",
        "0x3C : f8E4M3FN",
        "1.0 : f80",
        "\"text\"",
        "\"\\FF\\00\"",
        "\"text\" : i32",
        "@f",
        "@\"a b\"::@c",
        "[1 : i8, [], {}]",
        "array<i1: true, false>",
        "array<f64>",
        "dense<\"0x00FF\"> : vector<2xi8>",
        "dense<(1.0, 2.0)> : tensor<2xcomplex<f32>>",
        "dense<[\"a>\", \"b\"]> : tensor<2x!tf.string>",
        "dense_resource<nowhere> : tensor<2xi8>",
        "sparse<[[0, 0]], [1]> : tensor<3x4xi32>",
        "affine_map<(d0, d1)[s0] -> (d0 floordiv s0, d1)>",
        "affine_set<(d0)[s0] : (d0 - 10 >= 0, s0 == 0)>",
        "strided<[4, 1], offset: ?>",
        "distinct[0]<42 : i32>",
        "#other.attr<x -> y, \"<\", [{}]>",
        "#other.attr<1> : f32",
        "#other<\"kept\">",
        "loc(callsite(\"f\" at \"a.c\":10:8))",
        "loc(fused<\"m\">[\"a\", unknown])",
        "vector<[4]x2xf32>",
        "memref<2x?xf32, strided<[?, 1]>, 3>",
        "tuple<i32, tuple<>>",
        "tensor<2x3xf32, #other.layout<a>>",
        "tensor<*xf32>",
        "tensor<0x8x!quant.uniform<u8:f32:0, {0.5:1, 0.25}>>",
        "() -> ()",
        "(i32, (f32) -> ()) -> ((i32) -> i32)",
        "!other.fn<(i32) -> [i32]>"
      })
  void isKeptAsItIs(String text) {
    assertEquals(text, attribute(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "255 : i8 | -1 : i8",
        "-1 : i1 | true",
        "7 | 7 : i64",
        "1.5 | 1.5 : f64",
        "0x10 | 16 : i64",
        "0x3F000000 : f32 | 0.5 : f32",
        "0.1 : f16 | 0.099975586 : f16",
        "{ b , a = 1:i8 } | {a = 1 : i8, b}",
        "tensor < 2x 3 x f32 > | tensor<2x3xf32>",
        "(i32) -> (i32) | (i32) -> i32",
        "dense<[[1, 2], [3, 4]]> : tensor<2x2xui8> | dense<[[1, 2], [3, 4]]> : tensor<2x2xui8>",
        "dense<\"0x0100FFFF\"> : tensor<2xi16> | dense<[1, -1]> : tensor<2xi16>",
        "dense<\"0x01\"> : tensor<3xi8> | dense<1> : tensor<3xi8>",
        "dense<\"0x05\"> : tensor<3xi1> | dense<[true, false, true]> : tensor<3xi1>",
        "dense<\"0xFF\"> : tensor<300xi1> | dense<true> : tensor<300xi1>",
        "1.0e400 : f64 | 0x7FF0000000000000 : f64",
        "dense<[0x7F800000, 1.0e-7]> : tensor<2xf32> | dense<[0x7F800000, 1.0E-7]> : tensor<2xf32>",
        "dense<[0.1, 123456789012345678901.5]> : tensor<2xf64> | dense<[0.1, 1.2345678901234568E20]> : tensor<2xf64>",
        "dense<[-0.0, 12., 5.0e-324, 1.0e+2]> : tensor<4xf64> | dense<[-0.0, 12.0, 4.9E-324, 100.0]> : tensor<4xf64>",
        "dense<[65504.0, 5.96e-8, 1.0e-300]> : tensor<3xf16> | dense<[65504.0, 5.9604645E-8, 0.0]> : tensor<3xf16>",
        "dense<[18446744073709551615]> : tensor<1xui64> | dense<[18446744073709551615]> : tensor<1xui64>",
        "dense<[]> : tensor<0xi8> | dense<> : tensor<0xi8>"
      })
  void isWrittenInOneWay(String text, String printed) {
    assertEquals(printed, attribute(text));
  }

  @Test
  void aliasesStandForWhatTheyAreDefinedAs() {
    String text =
        """
        !t = tensor<2xf32>
        #map = affine_map<(d0) -> (d0)>
        #loc1 = loc("first")
        "a"() {m = memref<2xf32, #map>, n = #map, t = !t} : () -> () loc(#loc1)
        "b"() : () -> () loc(#loc2)
        #loc2 = loc(fused[#loc1, "second"])
        """;
    String printed =
        Printer.toText(Qir.read(text).module(), PrintOptions.PRETTY.withLocations(true));
    assertTrue(printed.contains("m = memref<2xf32, affine_map<(d0) -> (d0)>>"), printed);
    assertTrue(printed.contains("n = affine_map<(d0) -> (d0)>, t = tensor<2xf32>"), printed);
    assertTrue(printed.contains("\"a\"() {m"), printed);
    assertTrue(printed.contains("loc(\"first\")\n"), printed);
    assertTrue(printed.contains("\"b\"() : () -> () loc(fused[\"first\", \"second\"])\n"), printed);
  }

  @Test
  void functionsHaveTheFormOfMlir() {
    String text =
        """
        module @m attributes {a.b = 1 : i8} {
          func.func private @g(tensor<2xf32> {x.y}) -> (tensor<2xf32> {x.z = "r"})
          func.func nested @"odd name"(%arg0: tensor<2xf32> {x.name = "in"}, %arg1: i32) -> (tensor<2xf32>, i32) attributes {x.w} {
            %0 = call @g(%arg0) {x.v} : (tensor<2xf32>) -> tensor<2xf32>
            return %0, %arg1 : tensor<2xf32>, i32
          }
          func.func @empty() {
            return {x.u}
          }
        }
        """;
    assertEquals(text, Qir.roundTrip(text));
  }

  @Test
  void operationsOfKnownDialectsHaveOneForm() {
    String text =
        """
        module {
          func.func @f(%arg0: tensor<1x8x8x4xf32>, %arg1: tensor<4x3x3x4xf32>) -> tensor<1x3x3x4xf32> {
            %0 = nn.conv2d %arg0, %arg1 {strides = array<i64: 2, 2>} : tensor<1x3x3x4xf32>
            %1 = nn.relu %0 {other.note = "kept"} : tensor<1x3x3x4xf32>
            return %1 : tensor<1x3x3x4xf32>
          }
        }
        """;
    assertEquals(text, Qir.roundTrip(text));
    assertEquals(text, Qir.roundTrip(Qir.generic(Qir.read(text).module())));
  }

  @Test
  void attributesEqualToTheirDefaultAreNotPrinted() {
    String printed =
        Qir.roundTrip(
            "%0 = \"x\"() : () -> f32\n%1 = nn.relu6 %0 {x = 1 : i8} : f32\n%2 = nn.softmax %0 {axis = -1 : i64} : f32");
    assertTrue(printed.contains("nn.softmax %0 : f32"), printed);
  }

  @Test
  void regionsMayHaveBlocksInAnyOrder() {
    String text =
        """
        module {
          "a"() ({
            "br"()[^bb2] : () -> ()
          ^bb1:
            "use"(%0) : (i32) -> ()
          ^bb2:
            %0 = "def"() : () -> i32
            "br"()[^bb1] : () -> ()
          }) : () -> ()
        }
        """;
    assertEquals(text, Qir.roundTrip(text).replace("%1", "%0"));
  }

  @Test
  void severalResultsAreOneGroupOrSeveral() {
    String printed =
        Qir.roundTrip(
            "%a, %b:2 = \"x\"() : () -> (i8, i16, i32)\n\"y\"(%b#1, %a) : (i32, i8) -> ()");
    assertEquals(
        "module {\n  %0:3 = \"x\"() : () -> (i8, i16, i32)\n  \"y\"(%0#2, %0#0) : (i32, i8) -> ()\n}\n",
        printed);
  }

  @Test
  void constantsAreNamedByTheirDefinition() {
    String printed =
        Qir.roundTrip(
            "%0 = nn.constant {value = dense<1.0> : tensor<2xf32>} : tensor<2xf32>\n"
                + "%1 = nn.constant {value = dense<2.0> : tensor<2xf32>} : tensor<2xf32>");
    assertTrue(printed.contains("%cst = nn.constant"), printed);
    assertTrue(printed.contains("%cst_0 = nn.constant"), printed);
  }

  @Test
  void placesInTheTextAreKept() {
    Operation module =
        Qir.read("\n  %0 = \"a\"() : () -> i32 loc(\"n\")\n\"b\"() : () -> ()").module();
    Operation a = module.region(0).entry().orElseThrow().first().orElseThrow();
    Operation b = a.next().orElseThrow();
    assertEquals(new FileLocation(Qir.FILE, 2, 8), a.position().orElseThrow());
    assertEquals(NameLocation.of("n"), a.location());
    assertEquals(new FileLocation(Qir.FILE, 3, 1), b.location());
  }

  @Test
  void theTrailerIsKept() {
    String text =
        """
        module {
          "a"() {x = dense_resource<k> : tensor<2xi4>} : () -> ()
        }

        {-#
          dialect_resources: {
            builtin: {
              k: "0x040000000102"
            }
          },
          external_resources: {
            other_tool: {
              flag: true,
              text: "t"
            }
          }
        #-}
        """;
    assertEquals(text, Qir.roundTrip(text + "// the end\n"));
  }

  @Test
  void blobsOfTheTrailerBecomeConstantsThatKeepTheirKeys() {
    String text =
        """
        module {
          "a"() {x = dense_resource<k> : tensor<2xi8>, y = dense<[3, 4]> : tensor<2xi8>} : () -> ()
        }

        {-#
          dialect_resources: {
            builtin: {
              k: "0x040000000304"
            }
          }
        #-}
        """;
    assertEquals(text, Qir.roundTrip(text));
    String alone = Qir.generic(Qir.read(text).module());
    assertTrue(alone.contains("x = dense<[3, 4]> : tensor<2xi8>"), alone);
    assertFalse(alone.contains("{-#"), alone);
  }

  @Test
  void aBlobOfAnotherSizeIsKeptOnlyWhereAnythingIs() {
    String text =
        "\"a\"() {x = dense_resource<k> : tensor<3xi8>} : () -> ()\n"
            + "{-# dialect_resources: { builtin: { k: \"0x040000000304\" } } #-}";
    assertTrue(Qir.roundTrip(text).contains("x = dense_resource<k> : tensor<3xi8>"));
    String strict =
        text.replace("\"a\"() {x", "\"nn.constant\"() <{value").replace("i8>}", "i8>}>");
    assertEquals(
        "test.qir:1:27: error: resource 'k' of 2 bytes does not hold the elements of tensor<3xi8>",
        Qir.strictFaults(strict.replace(": () -> ()", ": () -> tensor<3xi8>")).strip());
  }

  @Test
  void largeConstantsMayBeElided() {
    Operation module =
        Qir.read("\"a\"() {x = [dense<[1, 2, 3]> : tensor<3xi8>]} : () -> ()").module();
    String printed = Printer.toText(module, PrintOptions.PRETTY.withElideAbove(2));
    assertTrue(printed.contains("[dense_resource<__elided__> : tensor<3xi8>]"), printed);
    assertFalse(
        Printer.toText(module, PrintOptions.PRETTY.withElideAbove(3)).contains("__elided__"));
  }
}
