package org.qopt.cli;

import org.qopt.ir.op.AttributeDef;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Trait;
import org.qopt.ir.op.ValueDef;

/** The documentation of an operation, made from its definition. */
final class OpText {
  private OpText() {}

  static String of(OpDef op) {
    StringBuilder out = new StringBuilder();
    out.append(op.name()).append(": ").append(op.summary()).append("\n\n");
    out.append(op.description().strip()).append("\n\n");
    op.operands().forEach(operand -> out.append(value("operand", operand)));
    op.results().forEach(result -> out.append(value("result", result)));
    op.attributes().values().forEach(attribute -> out.append(attribute(attribute)));
    for (Trait trait : op.traits()) {
      out.append("trait %s: %s\n".formatted(trait.name(), trait.summary()));
    }
    for (Clause clause : op.clauses()) {
      out.append("(%s) %s\n".formatted(clause.id(), clause.text()));
    }
    if (!op.example().isEmpty()) {
      out.append("\n").append(op.example().stripTrailing()).append("\n");
    }
    return out.toString();
  }

  private static String value(String what, ValueDef value) {
    String arity =
        switch (value.arity()) {
          case SINGLE -> "";
          case OPTIONAL -> ", optional";
          case VARIADIC -> ", any number";
        };
    return "%s %s: %s%s\n".formatted(what, value.name(), value.constraint().description(), arity);
  }

  private static String attribute(AttributeDef attribute) {
    String presence =
        attribute
            .defaultValue()
            .map(value -> ", default " + value)
            .orElse(attribute.optional() ? ", optional" : "");
    return "attribute %s: %s%s\n"
        .formatted(attribute.name(), attribute.constraint().description(), presence);
  }
}
