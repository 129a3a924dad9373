package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Gives variables the values of {@code -DNAME=VALUE} and {@code -D#NAME=EXPRESSION}. */
final class CommandLineDefinitions {
  private CommandLineDefinitions() {}

  /** Defines the variables; all mistakes are reported, not only the first. */
  static void define(List<String> definitions, Variables variables) throws CheckSyntaxException {
    StringBuilder shown = new StringBuilder();
    List<int[]> bounds = new ArrayList<>();
    for (int i = 0; i < definitions.size(); i++) {
      bounds.add(show(shown, i + 1, definitions.get(i)));
    }
    SourceText source = SourceText.of("Global defines", shown.toString());
    List<Diagnostic> mistakes = new ArrayList<>();
    for (int[] bound : bounds) {
      try {
        define(source.span(bound[0], bound[1]), variables);
      } catch (CheckSyntaxException e) {
        mistakes.addAll(e.diagnostics());
      }
    }
    if (!mistakes.isEmpty()) {
      throw new CheckSyntaxException(mistakes);
    }
  }

  /** Writes a definition as messages about it show it; returns where the part to parse stands. */
  private static int[] show(StringBuilder shown, int number, String definition) {
    int equal = definition.indexOf('=');
    if (equal < 0) {
      return new int[] {shown.length(), shown.length()};
    }
    shown.append("Global define #").append(number).append(": ");
    boolean numeric = definition.startsWith("#");
    String parsed = definition;
    if (numeric) {
      shown.append(definition).append(" (parsed as: [[");
      parsed = definition.substring(0, equal) + ":" + definition.substring(equal + 1);
    }
    int start = shown.length();
    shown.append(parsed);
    int end = shown.length();
    shown.append(numeric ? "]])\n" : "\n");
    return new int[] {start, end};
  }

  private static void define(Span definition, Variables variables) throws CheckSyntaxException {
    if (definition.start() == definition.end()) {
      throw CheckSyntaxException.logged(definition, "missing equal sign in global definition");
    }
    if (definition.text().startsWith("#")) {
      defineNumber(definition.source().span(definition.start() + 1, definition.end()), variables);
    } else {
      defineString(definition, variables);
    }
  }

  private static void defineNumber(Span definition, Variables variables)
      throws CheckSyntaxException {
    NumericBlock block = new NumericBlockParser(variables, OptionalInt.empty()).parse(definition);
    if (block.definition().isEmpty() || block.expression().isEmpty()) {
      throw CheckSyntaxException.logged(definition.head(), "missing value in global definition");
    }
    try {
      block.definition().get().define(block.expression().get().evaluate());
    } catch (EvaluationException e) {
      throw new CheckSyntaxException(
          e.problems().stream().map(p -> Diagnostic.text(message(p))).toList());
    }
    variables.declareNumber(block.definition().get());
  }

  private static String message(EvaluationException.Problem problem) {
    return switch (problem) {
      case EvaluationException.Problem.Undefined undefined -> undefined.message();
      case EvaluationException.Problem.Overflow _ -> "overflow error";
    };
  }

  private static void defineString(Span definition, Variables variables)
      throws CheckSyntaxException {
    int equal = definition.text().indexOf('=');
    int nameEnd = definition.start() + equal;
    Cursor cursor = new Cursor(definition.source(), definition.start(), nameEnd);
    VariableName name = VariableName.parse(cursor);
    if (name.pseudo() || !cursor.isEmpty()) {
      String given = definition.text().substring(0, equal);
      throw CheckSyntaxException.logged(
          definition.head(), "invalid name in string variable definition '" + given + "'");
    }
    if (variables.isNumber(name.text())) {
      throw CheckSyntaxException.logged(
          name.span().head(), "numeric variable with name '" + name.text() + "' already exists");
    }
    variables.defineString(name.text(), definition.text().substring(equal + 1));
    variables.declareString(name.text());
  }
}
