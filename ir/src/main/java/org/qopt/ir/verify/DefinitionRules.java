package org.qopt.ir.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.NearMiss;
import org.qopt.ir.op.AttributeDef;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.ValueDef;
import org.qopt.ir.op.ValueDef.Arity;
import org.qopt.ir.type.Type;

/** What an operation's definition says of its operands, results, regions and attributes. */
final class DefinitionRules {
  // What MLIR takes for an attribute of one's own in its dialects is one.
  private static final Set<String> MLIRS_OWN = Set.of("builtin", "func", "quant");

  private final Report report;

  DefinitionRules(Report report) {
    this.report = report;
  }

  /** {@return whether {@code operation} keeps to {@code def}; what it does not is reported} */
  boolean check(Operation operation, OpDef def) {
    int before = report.errors();
    count(
        DiagnosticKind.OPERAND_COUNT,
        operation,
        "operand",
        def.operands(),
        operation.operandCount());
    count(
        DiagnosticKind.RESULT_COUNT,
        operation,
        "result",
        def.results(),
        operation.results().size());
    if (operation.regions().size() != def.regions()) {
      report.op(
          DiagnosticKind.REGION_COUNT,
          operation,
          "requires "
              + (def.regions() == 1 ? "one region" : number(def.regions(), "region"))
              + but(operation.regions().size()));
    }
    attributes(operation, def);
    if (report.errors() == before) {
      types(
          DiagnosticKind.OPERAND_TYPE,
          operation,
          "operand",
          def.operands(),
          operation.operandTypes());
      types(
          DiagnosticKind.RESULT_TYPE, operation, "result", def.results(), operation.resultTypes());
    }
    return report.errors() == before;
  }

  private void count(
      DiagnosticKind kind, Operation operation, String what, List<ValueDef> defs, int found) {
    int least = 0;
    boolean unbounded = false;
    for (ValueDef def : defs) {
      least += def.arity() == Arity.SINGLE ? 1 : 0;
      unbounded |= def.arity() == Arity.VARIADIC;
    }
    if (found >= least && (unbounded || found <= defs.size())) {
      return;
    }
    String expected;
    if (unbounded) {
      expected = "expected " + least + " or more " + what + "s";
    } else if (least == defs.size()) {
      expected = "requires " + number(least, what);
    } else {
      expected = "expected " + least + " to " + defs.size() + " " + what + "s";
    }
    report.op(kind, operation, expected + but(found));
  }

  private static String number(int count, String what) {
    return switch (count) {
      case 0 -> "zero " + what + "s";
      case 1 -> "a single " + what;
      default -> count + " " + what + "s";
    };
  }

  private static String but(int found) {
    return ", but found " + found;
  }

  private void types(
      DiagnosticKind kind,
      Operation operation,
      String what,
      List<ValueDef> defs,
      List<Type> types) {
    for (int i = 0; i < types.size(); i++) {
      ValueDef def = defs.get(Math.min(i, defs.size() - 1));
      if (!def.constraint().accepts().test(types.get(i))) {
        report.op(
            kind,
            operation,
            "%s #%d must be %s, but got '%s'"
                .formatted(what, i, def.constraint().description(), types.get(i)));
      }
    }
  }

  private void attributes(Operation operation, OpDef def) {
    for (AttributeDef attribute : def.attributes().values()) {
      Optional<Attribute> value = operation.attribute(attribute.name());
      if (value.isEmpty()) {
        if (attribute.isRequired()) {
          report.op(
              DiagnosticKind.ATTRIBUTE_MISSING,
              operation,
              "requires attribute '" + attribute.name() + "'");
        }
      } else if (!attribute.constraint().accepts().test(value.get())) {
        report.op(
            DiagnosticKind.ATTRIBUTE_VALUE,
            operation,
            "attribute '%s' failed to satisfy constraint: %s, but got %s"
                .formatted(
                    attribute.name(),
                    attribute.constraint().description(),
                    shortened(value.get())));
      }
    }
    for (String name : operation.properties().entries().keySet()) {
      if (!def.declares(name)) {
        report.op(
            DiagnosticKind.ATTRIBUTE_UNKNOWN,
            operation,
            "has no property '" + name + "'" + suggestion(name, operation, def));
      }
    }
    if (MLIRS_OWN.contains(def.dialect())) {
      return;
    }
    for (String name : operation.attributes().entries().keySet()) {
      String suggestion = suggestion(name, operation, def);
      // Any attribute may be added to an operation, but a misspelled one does nothing.
      if (name.indexOf('.') < 0 && !suggestion.isEmpty()) {
        report.op(
            DiagnosticKind.ATTRIBUTE_UNKNOWN,
            operation,
            "has no attribute '" + name + "'" + suggestion);
      }
    }
  }

  private static String suggestion(String name, Operation operation, OpDef def) {
    return NearMiss.suggestion(
        name,
        def.attributes().keySet().stream()
            .filter(known -> operation.attribute(known).isEmpty())
            .toList());
  }

  private static String shortened(Attribute attribute) {
    String text = attribute.toString();
    return text.length() > 80 ? text.substring(0, 80) + "..." : text;
  }
}
