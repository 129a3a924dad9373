package org.qopt.parser.qir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.Diagnostic;
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
  // What placeholders stood for, for operands that were read before their value was defined.
  private final Map<Value, Value> resolved = new IdentityHashMap<>();

  ValueScopes(SourceFile source, Problems problems) {
    this.source = source;
    this.problems = problems;
    scopes.push(new Scope(new HashMap<>(), true));
  }

  /** The names of a region; {@code isolated} regions do not see those around them. */
  private record Scope(Map<String, Name> names, boolean isolated, List<String> own) {
    Scope(Map<String, Name> names, boolean isolated) {
      this(names, isolated, new ArrayList<>());
    }
  }

  /** What is known of a name. */
  private static final class Name {
    private final Token firstSeen;
    private Token definedAt;
    private List<? extends Value> values = List.of();
    private final Map<Integer, Operation> placeholders = new TreeMap<>();

    private Name(Token firstSeen) {
      this.firstSeen = firstSeen;
    }
  }

  int depth() {
    return scopes.size();
  }

  void push(boolean isolated) {
    scopes.push(new Scope(isolated ? new HashMap<>() : scopes.peek().names(), isolated));
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
      scope.own().forEach(scope.names()::remove);
      return;
    }
    for (Map.Entry<String, Name> entry : scope.names().entrySet()) {
      if (entry.getValue().definedAt == null && !problems.lostDefinitions()) {
        report(
            entry.getValue().firstSeen,
            "use of undeclared SSA value name '" + entry.getKey() + "'");
      }
    }
  }

  /** Gives values, all results of one group, their name. */
  void define(Token token, String name, List<? extends Value> values) {
    Scope scope = scopes.peek();
    Name known = scope.names().computeIfAbsent(name, _ -> new Name(token));
    if (known.definedAt != null) {
      problems.report(
          Diagnostic.error(at(token), "redefinition of SSA value '" + name + "'")
              .withNote(at(known.definedAt), "previously defined here"));
      return;
    }
    known.definedAt = token;
    known.values = values;
    scope.own().add(name);
    known.placeholders.forEach((index, placeholder) -> resolve(known, name, index, placeholder));
    known.placeholders.clear();
  }

  private void resolve(Name known, String name, int index, Operation placeholder) {
    if (index >= known.values.size()) {
      report(known.firstSeen, invalidNumber(name, known, index));
      return;
    }
    Value value = known.values.get(index);
    Value before = placeholder.result();
    if (before.type() != UNKNOWN && !before.type().equals(value.type())) {
      problems.report(
          Diagnostic.error(
                  at(known.definedAt),
                  "definition of SSA value '%s#%d' has type %s"
                      .formatted(name, index, value.type()))
              .withNote(at(known.firstSeen), "previously used here with type " + before.type()));
    }
    before.replaceAllUsesWith(value);
    resolved.put(before, value);
  }

  /**
   * {@return the value that {@code token} names}
   *
   * @param type the type that the use gives it, if it does
   */
  Value use(Token token, Optional<Type> type) {
    String text = token.getText();
    int hash = text.indexOf('#');
    String name = hash < 0 ? text : text.substring(0, hash);
    int index = hash < 0 ? 0 : number(text.substring(hash + 1));
    Name known = scopes.peek().names().computeIfAbsent(name, _ -> new Name(token));
    if (known.definedAt == null) {
      return placeholder(known, index, type, token);
    }
    if (index >= known.values.size()) {
      report(token, invalidNumber(name, known, index));
      return newPlaceholder(UNKNOWN).result();
    }
    Value value = known.values.get(index);
    check(value, type, token, known.definedAt);
    return value;
  }

  private Value placeholder(Name known, int index, Optional<Type> type, Token token) {
    Operation placeholder =
        known.placeholders.computeIfAbsent(index, _ -> newPlaceholder(type.orElse(UNKNOWN)));
    Value value = placeholder.result();
    if (value.type() == UNKNOWN) {
      type.ifPresent(value::setType);
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

  private void check(Value value, Optional<Type> type, Token token, Token before) {
    if (type.isPresent() && !type.get().equals(value.type()) && value.type() != UNKNOWN) {
      problems.report(
          Diagnostic.error(
                  at(token),
                  "use of value '%s' expects different type than prior uses: '%s' vs '%s'"
                      .formatted(token.getText(), type.get(), value.type()))
              .withNote(at(before), "prior use here"));
    }
  }

  /** {@return {@code value}, or what it turned out to stand for} */
  Value current(Value value) {
    return resolved.isEmpty() ? value : resolved.getOrDefault(value, value);
  }

  private static String invalidNumber(String name, Name known, int index) {
    return "reference to invalid result number for '%s': it has %d, but got %d"
        .formatted(name, known.values.size(), index);
  }

  private static int number(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private void report(Token token, String message) {
    problems.report(Diagnostic.error(at(token), message));
  }

  private FileLocation at(Token token) {
    return source.locate(token.getStartIndex());
  }
}
