package org.qopt.parser.qir;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.qopt.ir.diagnostic.NearMiss;

/** Finds the word of the language that was probably meant. */
final class NearWords {
  /** The operations that may be written without their dialect. */
  static final ImmutableList<String> OPERATIONS =
      ImmutableList.of("module", "call", "call_indirect", "constant", "return", "func.func");

  // Tokens that stand for several words, or for more than a word.
  private static final ImmutableMap<Integer, ImmutableList<String>> WORDS =
      ImmutableMap.of(
          QirLexer.TYPE, ImmutableList.of("tensor", "vector", "memref", "complex", "tuple"),
          QirLexer.SCALAR_TYPE, ImmutableList.of("index", "none", "bf16", "tf32"),
          QirLexer.DENSE, ImmutableList.of("dense"),
          QirLexer.RESOURCE, ImmutableList.of("dense_resource"),
          QirLexer.SPARSE, ImmutableList.of("sparse"),
          QirLexer.ARRAY, ImmutableList.of("array"),
          QirLexer.TEXT_ATTR, ImmutableList.of("affine_map", "affine_set", "strided"),
          QirLexer.FUNC, ImmutableList.of("func.func"),
          QirLexer.VISIBILITY, ImmutableList.of("private", "public", "nested"));

  private NearWords() {}

  /**
   * {@return {@code ; did you mean ...?} if {@code token} is nearly a word that could stand there}
   */
  static String suggestion(Token token, IntervalSet expected) {
    if (token.getType() != QirLexer.WORD) {
      return "";
    }
    List<String> candidates = new ArrayList<>();
    for (int type : expected.toList()) {
      candidates.addAll(WORDS.getOrDefault(type, literal(type)));
    }
    return NearMiss.suggestion(token.getText(), candidates);
  }

  private static ImmutableList<String> literal(int type) {
    String name = QirLexer.VOCABULARY.getLiteralName(type);
    // In quotes; signs are no words.
    return name != null && Character.isLetter(name.charAt(1))
        ? ImmutableList.of(name.substring(1, name.length() - 1))
        : ImmutableList.of();
  }
}
