package org.qopt.rewrite.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.rewrite.AttributeOp;
import org.qopt.dialect.rewrite.CreateOp;
import org.qopt.dialect.rewrite.Handle;
import org.qopt.dialect.rewrite.MatchOp;
import org.qopt.dialect.rewrite.ResultOp;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.op.AttributeDef;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.ValueDef;
import org.qopt.ir.op.ValueDef.Arity;

/** Holds the operations that a pattern matches and makes against their definitions. */
record OperationChecks(Dialects dialects, DiagnosticSink sink) {
  private void report(Operation operation, String message) {
    PatternChecks.report(sink, operation, message);
  }

  void matched(MatchOp match, OpDef def) {
    Operation operation = match.operation();
    count(operation, def, "operand", def.operands(), operation.operandCount());
    literals(operation, def, match.attributes());
  }

  void created(CreateOp create, OpDef def) {
    Operation operation = create.operation();
    if (def.regions() > 0) {
      report(operation, "cannot make '%s', which has regions".formatted(def));
      return;
    }
    long types = operation.operandTypes().stream().filter(Handle.TYPE::equals).count();
    long attributes = operation.operandTypes().stream().filter(Handle.ATTRIBUTE::equals).count();
    int operands = (int) (operation.operandCount() - types - attributes);
    count(operation, def, "operand", def.operands(), operands);
    if (types > 0 || def.inference().isEmpty()) {
      results(operation, def, (int) types);
    }
    literals(operation, def, create.attributes());
    Set<String> given = new HashSet<>(create.names());
    given.addAll(create.attributes().entries().keySet());
    create.names().forEach(name -> declared(operation, def, name));
    def.attributes().values().stream()
        .filter(attribute -> attribute.isRequired() && !given.contains(attribute.name()))
        .forEach(
            attribute ->
                report(operation, "makes '%s' without '%s'".formatted(def, attribute.name())));
  }

  private void results(Operation operation, OpDef def, int types) {
    if (types == 0 && !def.results().isEmpty() && accepts(def.results(), 1)) {
      report(
          operation,
          "makes '%s', whose result types are not inferred: expects a !rewrite.type for each"
              .formatted(def));
    } else {
      count(operation, def, "result", def.results(), types);
    }
  }

  private static boolean accepts(List<ValueDef> defs, int count) {
    long least = defs.stream().filter(def -> def.arity() == Arity.SINGLE).count();
    boolean unbounded = defs.stream().anyMatch(def -> def.arity() == Arity.VARIADIC);
    return count >= least && (unbounded || count <= defs.size());
  }

  private void count(Operation operation, OpDef def, String what, List<ValueDef> defs, int found) {
    if (!accepts(defs, found)) {
      report(
          operation,
          "gives %d %ss to '%s', which has %s"
              .formatted(
                  found,
                  what,
                  def,
                  defs.isEmpty()
                      ? "none"
                      : String.join(", ", defs.stream().map(OperationChecks::describe).toList())));
    }
  }

  private static String describe(ValueDef def) {
    return switch (def.arity()) {
      case SINGLE -> def.name();
      case OPTIONAL -> def.name() + " (optional)";
      case VARIADIC -> def.name() + " (any number)";
    };
  }

  private void literals(Operation operation, OpDef def, DictionaryAttr literals) {
    literals
        .entries()
        .forEach(
            (name, value) -> {
              declared(operation, def, name);
              Optional<AttributeDef> attribute = Optional.ofNullable(def.attributes().get(name));
              if (attribute.filter(a -> !a.constraint().accepts().test(value)).isPresent()) {
                report(operation, wrongValue(def, attribute.get(), value));
              }
            });
  }

  private static String wrongValue(OpDef def, AttributeDef attribute, Attribute value) {
    return "expects %s as '%s' of '%s', but got %s"
        .formatted(attribute.constraint().description(), attribute.name(), def, value);
  }

  // Any operation may have further attributes, whose names have a dot.
  private void declared(Operation operation, OpDef def, String name) {
    if (!def.declares(name) && name.indexOf('.') < 0) {
      report(
          operation,
          "names an attribute that '%s' does not have: '%s'%s"
              .formatted(def, name, Vocabulary.suggestion(name, def.attributes().keySet())));
    }
  }

  void attribute(AttributeOp read, List<OpDef> defs) {
    defs.forEach(def -> declared(read.operation(), def, read.name()));
  }

  void result(ResultOp read, List<OpDef> defs) {
    for (OpDef def : defs) {
      boolean unbounded = def.results().stream().anyMatch(r -> r.arity() == Arity.VARIADIC);
      if (!unbounded && read.index() >= def.results().size()) {
        report(
            read.operation(),
            "asks for result #%d of '%s', which has %d"
                .formatted(read.index(), def, def.results().size()));
      }
    }
  }

  /** Reports where an operation stands for its only result but has none, or several. */
  void single(Operation operation, List<OpDef> defs) {
    for (OpDef def : defs) {
      if (!accepts(def.results(), 1)) {
        report(
            operation,
            "takes the only result of '%s', which has %d".formatted(def, def.results().size()));
      }
    }
  }
}
