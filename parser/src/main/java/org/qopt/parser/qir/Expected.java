package org.qopt.parser.qir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in messages what could have stood at a place. */
final class Expected {
  static final String OPERATION = "operation";

  private static final int MOST = 5;

  private static final Map<Integer, String> RULES =
      Map.ofEntries(
          Map.entry(QirParser.RULE_operation, OPERATION),
          Map.entry(QirParser.RULE_type, "type"),
          Map.entry(QirParser.RULE_simpleType, "type"),
          Map.entry(QirParser.RULE_functionType, "function type"),
          Map.entry(QirParser.RULE_signature, "function type"),
          Map.entry(QirParser.RULE_attribute, "attribute value"),
          Map.entry(QirParser.RULE_region, "region"),
          Map.entry(QirParser.RULE_key, "attribute name"),
          Map.entry(QirParser.RULE_functionArgument, "function argument"));

  private static final Map<Integer, String> TOKENS =
      Map.ofEntries(
          Map.entry(Token.EOF, "end of file"),
          Map.entry(QirLexer.VALUE, "SSA value"),
          Map.entry(QirLexer.RESULT, "SSA value"),
          Map.entry(QirLexer.LABEL, "block label"),
          Map.entry(QirLexer.SYMBOL, "symbol name"),
          Map.entry(QirLexer.WORD, "operation name"),
          Map.entry(QirLexer.STRING, "string"),
          Map.entry(QirLexer.INTEGER, "integer"),
          Map.entry(QirLexer.FLOAT, "float"),
          Map.entry(QirLexer.LOC, "location"),
          Map.entry(QirLexer.VISIBILITY, "visibility"),
          Map.entry(QirLexer.SCALAR_TYPE, "type"),
          Map.entry(QirLexer.TYPE, "type"),
          Map.entry(QirLexer.DIALECT_TYPE, "type"));

  private Expected() {}

  /**
   * {@return what a parser in {@code context}, which stands at {@code token}, could take}
   *
   * @param expected the kinds of tokens that it could
   */
  static String of(ParserRuleContext context, Token token, IntervalSet expected) {
    if (context.start == token && RULES.containsKey(context.getRuleIndex())) {
      return RULES.get(context.getRuleIndex());
    }
    SequencedSet<String> words = new LinkedHashSet<>();
    // Where a name of an attribute may stand, so may every word.
    boolean anyWord = expected.contains(QirLexer.WORD) && expected.contains(QirLexer.UNIT);
    if (anyWord) {
      words.add("attribute name");
    }
    for (int type : expected.toList()) {
      if (anyWord && isWord(type)) {
        continue;
      }
      words.add(TOKENS.getOrDefault(type, QirLexer.VOCABULARY.getDisplayName(type)));
    }
    if (words.size() > MOST) {
      return expected.contains(QirLexer.FUNC) ? OPERATION : "something else";
    }
    return join(List.copyOf(words));
  }

  private static boolean isWord(int type) {
    return switch (type) {
      case QirLexer.WORD,
          QirLexer.STRING,
          QirLexer.SCALAR_TYPE,
          QirLexer.MODULE,
          QirLexer.FUNC,
          QirLexer.CALL,
          QirLexer.RETURN,
          QirLexer.CALL_INDIRECT,
          QirLexer.CONSTANT,
          QirLexer.CAST,
          QirLexer.TO,
          QirLexer.ATTRIBUTES,
          QirLexer.VISIBILITY,
          QirLexer.TRUE,
          QirLexer.FALSE,
          QirLexer.UNIT ->
          true;
      default -> false;
    };
  }

  private static String join(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }
}
