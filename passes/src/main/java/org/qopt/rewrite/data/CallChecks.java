package org.qopt.rewrite.data;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.qopt.dialect.rewrite.Handle;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.TypeAttr;

/** Holds what a pattern gives to a constraint or function against its parameters. */
final class CallChecks {
  private CallChecks() {}

  /**
   * Reports what does not fit.
   *
   * @param call the operation that calls
   * @param literals what it gives after its operands
   */
  static void check(
      Operation call, Native target, List<Attribute> literals, Consumer<String> report) {
    int found = call.operandCount() + literals.size();
    int expected = target.parameters().size();
    if (found != expected) {
      report.accept(
          "gives %d arguments to %s '%s', which takes %s"
              .formatted(found, target.word(), target.name(), signature(target)));
      return;
    }
    for (int i = 0; i < expected; i++) {
      Parameter parameter = target.parameters().get(i);
      boolean fits =
          i < call.operandCount()
              ? ((Handle) call.operand(i).type()).fits(parameter.kind())
              : fits(literals.get(i - call.operandCount()), parameter);
      if (!fits) {
        report.accept(
            "gives %s as '%s' to %s '%s', which expects %s"
                .formatted(
                    i < call.operandCount()
                        ? call.operand(i).type()
                        : literals.get(i - call.operandCount()),
                    parameter.name(),
                    target.word(),
                    target.name(),
                    parameter.description()));
      }
    }
  }

  private static boolean fits(Attribute literal, Parameter parameter) {
    return switch (parameter.kind()) {
      case ATTRIBUTE -> parameter.constraint().accepts().test(literal);
      case TYPE -> literal instanceof TypeAttr;
      case OP, VALUE -> false;
    };
  }

  /** {@return the parameters for people, such as {@code (x: !rewrite.value, of: number)}} */
  static String signature(Native target) {
    return target.parameters().stream()
        .map(parameter -> parameter.name() + ": " + parameter.description())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
