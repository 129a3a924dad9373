package org.qopt.target.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CTextTest {
  @Test
  void wrapsTables() {
    String text = new CText().table("c_t", CTable.of(CType.I8, new int[] {-128, 127})).toString();
    assertEquals("static const int8_t c_t[2] = {-128, 127};\n", text);
    CTable zeros = CTable.zeros(CType.I32, 100);
    new CText().table("t", zeros).toString().lines().forEach(CTextTest::assertFits);
  }

  @Test
  void anEmptyTableHasAnElement() {
    assertEquals(
        "static const int16_t t[1] = {0};\n",
        new CText().table("t", CTable.zeros(CType.I16, 0)).toString());
  }

  @Test
  void writesTheLeastIntegersAsExpressions() {
    assertEquals("(-2147483647 - 1)", CType.I32.literal(Integer.MIN_VALUE));
    assertEquals("(-9223372036854775807LL - 1)", CType.I64.literal(Long.MIN_VALUE));
    assertEquals("18446744073709551615ULL", CType.U64.literal(-1));
  }

  @Test
  void wrapsLists() {
    assertEquals("f(a, b);\n", new CText().list("f(", List.of("a", "b"), ");").toString());
    assertEquals("f();\n", new CText().list("f(", List.of(), ");").toString());
    new CText(1)
        .list("function(", Collections.nCopies(40, "argument"), ");")
        .toString()
        .lines()
        .forEach(CTextTest::assertFits);
  }

  private static void assertFits(String line) {
    assertEquals(line.substring(0, Math.min(100, line.length())), line);
  }

  @Test
  void commentsEndWhereTheyShould() {
    assertEquals("a* /b/ *c<e9>", CText.inComment("a*/b/*c\u00e9"));
    assertEquals("a<a>b", CText.inComment("a\nb"));
  }

  @Test
  void literalsHoldAnyName() {
    assertEquals("\"a\\\"b\\\\\\?\\?/\\303\\251\"", CText.literal("a\"b\\??/\u00e9"));
  }
}
