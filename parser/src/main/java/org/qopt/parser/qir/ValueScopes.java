package org.qopt.parser.qir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.type.OpaqueType;
import org.qopt.ir.type.Type;

/**
 * Which value a name means. Names are visible in their region and in those nested in it, unless one
 * is isolated; a value may be used before it is defined, since blocks stand in any order.
 */
final class ValueScopes {
  // Never printed: it stands for a type that only the definition will tell.
  private static final Type UNKNOWN = new OpaqueType("<<type of a value not yet defined>>");

  private final SourceFile source;
  private final Problems problems;
  private final Deque<Scope> scopes = new ArrayDeque<>();

  ValueScopes(SourceFile source, Problems problems) {
    this.source = source;
    this.problems = problems;
    scopes.push(new Scope(new Names(source), true));
  }

  /** The names of an isolated region and of those nested in it that are not. */
  private static final class Names {
    private final TextTable<Name> table;
    private final List<Name> undefined = new ArrayList<>();

    private Names(SourceFile source) {
      table = new TextTable<>(source.bytes());
    }

    private Name of(Token token, int end) {
      Name known = table.find(token.getStartIndex(), end);
      if (known == null) {
        known = new Name();
        table.put(token.getStartIndex(), end, known);
      }
      if (known.firstSeen == null) {
        known.firstSeen = token;
      }
      return known;
    }
  }

  /** A region; {@code isolated} regions do not see the names around them. */
  private record Scope(Names names, boolean isolated, List<Name> own) {
    Scope(Names names, boolean isolated) {
      this(names, isolated, new ArrayList<>());
    }
  }

  /** What is known of a name; nothing before it is seen and after its scope was left. */
  private static final class Name {
    private Token firstSeen;
    private Token definedAt;
    private List<? extends Value> values = List.of();
    private Map<Integer, Operation> placeholders = Map.of();

    private void forget() {
      firstSeen = null;
      definedAt = null;
      values = List.of();
    }
  }

  void push(boolean isolated) {
    scopes.push(new Scope(isolated ? new Names(source) : scopes.peek().names(), isolated));
  }

  /**
   * Leaves scopes until {@code depth} are left; what was used in them and never defined is lost.
   */
  void popTo(int depth) {
    while (scopes.size() > depth) {
      pop();
    }
  }

  /** Leaves the innermost scope. */
  void pop() {
    Scope scope = scopes.pop();
    if (!scope.isolated()) {
      scope.own().forEach(Name::forget);
      return;
    }
    for (Name name : scope.names().undefined) {
      if (name.definedAt == null && name.firstSeen != null && !problems.lostDefinitions()) {
        report(name.firstSeen, "use of undeclared SSA value name '" + text(name.firstSeen) + "'");
        name.forget();
      }
    }
  }

  /** Gives values, all results of one group, the name {@code token}, which has no number. */
  void define(Token token, List<? extends Value> values) {
    Scope scope = scopes.peek();
    Name known = scope.names().of(token, token.getStopIndex() + 1);
    if (known.definedAt != null) {
      problems.report(
          Diagnostic.error(at(token), "redefinition of SSA value '" + token.getText() + "'")
              .as(DiagnosticKind.VALUE_NAME)
              .withNote(at(known.definedAt), "previously defined here"));
      return;
    }
    known.definedAt = token;
    known.values = values;
    if (!scope.isolated()) {
      scope.own().add(known);
    }
    if (!known.placeholders.isEmpty()) {
      known.placeholders.forEach((index, placeholder) -> resolve(known, index, placeholder));
      known.placeholders = Map.of();
    }
  }

  private void resolve(Name known, int index, Operation placeholder) {
    if (index >= known.values.size()) {
      report(known.firstSeen, invalidNumber(known, index));
      return;
    }
    Value value = known.values.get(index);
    Value before = placeholder.result();
    if (before.type() != UNKNOWN && !before.type().equals(value.type())) {
      problems.report(
          Diagnostic.error(
                  at(known.definedAt),
                  "definition of SSA value '%s#%d' has type %s"
                      .formatted(text(known.definedAt), index, value.type()))
              .as(DiagnosticKind.VALUE_TYPE)
              .withNote(at(known.firstSeen), "previously used here with type " + before.type()));
    }
    before.replaceAllUsesWith(value);
  }

  /** {@return the value that {@code token} names} */
  Value use(Token token) {
    return use(token, UNKNOWN);
  }

  /** {@return the value that {@code token} names, which is used as one of {@code type}} */
  Value use(Token token, Type type) {
    int end = endOfName(source, token);
    int index = end > token.getStopIndex() ? 0 : number(token, end + 1);
    Names names = scopes.peek().names();
    Name known = names.of(token, end);
    if (known.definedAt == null) {
      if (known.placeholders.isEmpty()) {
        names.undefined.add(known);
        known.placeholders = new TreeMap<>();
      }
      return placeholder(known, index, type, token);
    }
    if (index >= known.values.size()) {
      report(token, invalidNumber(known, index));
      return newPlaceholder(UNKNOWN).result();
    }
    Value value = known.values.get(index);
    check(value, type, token, known.definedAt);
    return value;
  }

  private Value placeholder(Name known, int index, Type type, Token token) {
    Operation placeholder = known.placeholders.computeIfAbsent(index, _ -> newPlaceholder(type));
    Value value = placeholder.result();
    if (value.type() == UNKNOWN) {
      value.setType(type);
    } else {
      check(value, type, token, known.firstSeen);
    }
    return value;
  }

  private static Operation newPlaceholder(Type type) {
    return new Operation(
        OperationState.of("builtin.undefined", Optional.empty(), UnknownLocation.UNKNOWN)
            .addResult(type));
  }

  private void check(Value value, Type type, Token token, Token before) {
    Type known = value.type();
    if (type != known && type != UNKNOWN && known != UNKNOWN && !type.equals(known)) {
      problems.report(
          Diagnostic.error(
                  at(token),
                  "use of value '%s' expects different type than prior uses: '%s' vs '%s'"
                      .formatted(token.getText(), type, known))
              .as(DiagnosticKind.VALUE_TYPE)
              .withNote(at(before), "prior use here"));
    }
  }

  /** {@return whether a name says which of several results is meant, {@code %a#1}} */
  static boolean hasNumber(SourceFile source, Token token) {
    return endOfName(source, token) <= token.getStopIndex();
  }

  private static int endOfName(SourceFile source, Token token) {
    byte[] bytes = source.bytes();
    int end = token.getStopIndex() + 1;
    for (int i = end - 1; i > token.getStartIndex(); i--) {
      if (bytes[i] == '#') {
        return i;
      }
      if (bytes[i] < '0' || bytes[i] > '9') {
        break;
      }
    }
    return end;
  }

  private int number(Token token, int from) {
    String digits = token.getText().substring(from - token.getStartIndex());
    return NumberText.small(digits).orElse(Integer.MAX_VALUE);
  }

  private String text(Token token) {
    return token.getText().substring(0, endOfName(source, token) - token.getStartIndex());
  }

  private String invalidNumber(Name known, int index) {
    return "reference to invalid result number %d of '%s', which defines %d; they are counted from 0"
        .formatted(index, text(known.definedAt), known.values.size());
  }

  private void report(Token token, String message) {
    problems.report(Diagnostic.error(at(token), message).as(DiagnosticKind.VALUE_NAME));
  }

  private FileLocation at(Token token) {
    return source.locate(token.getStartIndex());
  }
}
