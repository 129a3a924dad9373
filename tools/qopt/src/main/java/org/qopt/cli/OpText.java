package org.qopt.cli;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.op.AttributeDef;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Trait;
import org.qopt.ir.op.ValueDef;

/** The documentation of an operation, made from its definition. */
public final class OpText {
  private OpText() {}

  /** {@return all of it, for a terminal} */
  public static String of(OpDef op) {
    StringBuilder out = new StringBuilder();
    out.append(op.name()).append(": ").append(op.summary()).append("\n\n");
    out.append(op.description().strip()).append("\n\n");
    facts(op).forEach(fact -> out.append(fact).append('\n'));
    if (!op.example().isEmpty()) {
      out.append("\n").append(op.example().stripTrailing()).append("\n");
    }
    return out.toString();
  }

  /** {@return operands, results, attributes, traits and clauses of an operation, a line each} */
  public static List<String> facts(OpDef op) {
    List<String> facts = new ArrayList<>();
    op.operands().forEach(operand -> facts.add(value("operand", operand)));
    op.results().forEach(result -> facts.add(value("result", result)));
    op.attributes().values().forEach(attribute -> facts.add(attribute(attribute)));
    for (Trait trait : op.traits()) {
      facts.add("trait %s: %s".formatted(trait.name(), trait.summary()));
    }
    for (Clause clause : op.clauses()) {
      facts.add("(%s) %s".formatted(clause.id(), clause.text()));
    }
    return facts;
  }

  private static String value(String what, ValueDef value) {
    String arity =
        switch (value.arity()) {
          case SINGLE -> "";
          case OPTIONAL -> ", optional";
          case VARIADIC -> ", any number";
        };
    return "%s %s: %s%s".formatted(what, value.name(), value.constraint().description(), arity);
  }

  private static String attribute(AttributeDef attribute) {
    String presence =
        attribute
            .defaultValue()
            .map(value -> ", default " + value)
            .orElse(attribute.optional() ? ", optional" : "");
    return "attribute %s: %s%s"
        .formatted(attribute.name(), attribute.constraint().description(), presence);
  }
}
