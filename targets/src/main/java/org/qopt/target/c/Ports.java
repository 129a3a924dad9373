package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;

/**
 * What a program's caller gives and takes.
 *
 * @param inputs the inputs, in order
 * @param outputs the outputs, in order
 */
record Ports(ImmutableList<Port> inputs, ImmutableList<Port> outputs) {
  /**
   * {@return the inputs and outputs of {@code function}}
   *
   * @throws InvalidInputException if there is no form for a type
   */
  static Ports of(FuncOp function, CLowering lowering, CNames identifiers) {
    ValueNaming names = ValueNaming.of(function);
    return new Ports(
        ports("in_", function.arguments(), names, lowering, identifiers),
        ports("out_", function.returnOp().operands(), names, lowering, identifiers));
  }

  private static ImmutableList<Port> ports(
      String prefix,
      List<? extends Value> values,
      ValueNaming names,
      CLowering lowering,
      CNames identifiers) {
    ImmutableList.Builder<Port> ports = ImmutableList.builder();
    for (Value value : values) {
      try {
        ImmutableList<CPart> parts = lowering.parts(value.type());
        String name = names.name(value);
        ports.add(
            new Port(
                name,
                value.type(),
                parts,
                parts.stream()
                    .map(part -> identifiers.unique(prefix, name, part.suffix()))
                    .collect(ImmutableList.toImmutableList())));
      } catch (IllegalArgumentException e) {
        throw new InvalidInputException(
            DiagnosticKind.NOT_LEGAL,
            value.definingOp().map(Operation::reportLocation).orElse(value.location()),
            "'%s' cannot be written in C: %s".formatted(names.name(value), e.getMessage()));
      }
    }
    return ports.build();
  }

  /** {@return the parameters of the function that computes} */
  List<String> parameters(boolean restrict) {
    String star = restrict ? " *restrict " : " *";
    List<String> parameters = new ArrayList<>();
    for (Port port : inputs) {
      for (int i = 0; i < port.parts().size(); i++) {
        parameters.add(
            "const " + port.parts().get(i).type().text() + star + port.identifiers().get(i));
      }
    }
    for (Port port : outputs) {
      for (int i = 0; i < port.parts().size(); i++) {
        parameters.add(port.parts().get(i).type().text() + star + port.identifiers().get(i));
      }
    }
    return parameters.isEmpty() ? List.of("void") : parameters;
  }

  /** {@return the arrays of inputs and outputs, in the order of the parameters} */
  Stream<Port> all() {
    return Stream.concat(inputs.stream(), outputs.stream());
  }
}
