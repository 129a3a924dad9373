package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;

/** Writes the calls of a program, and the constants that they are made with. */
final class BodyText {
  private final FuncOp function;
  private final CLowering lowering;
  private final Steps steps;
  private final Placement placement;
  private final Ports ports;
  private final CNames identifiers;
  private final ValueNaming names;
  private final CText constants = new CText();
  private final CText body = new CText(1);
  private final KernelText kernels = new KernelText();
  private final Map<Value, ImmutableList<String>> known = new HashMap<>();
  private final Map<Value, Map<Integer, String>> constantNames = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private long constantBytes;

  BodyText(
      FuncOp function,
      CLowering lowering,
      Steps steps,
      Placement placement,
      Ports ports,
      CNames identifiers) {
    this.function = function;
    this.lowering = lowering;
    this.steps = steps;
    this.placement = placement;
    this.ports = ports;
    this.identifiers = identifiers;
    this.names = ValueNaming.of(function);
  }

  /** Writes everything; what it became is asked for afterwards. */
  void write() {
    for (Steps.Step step : steps.steps()) {
      write(step);
    }
    List<Value> returned = function.returnOp().operands();
    for (int i = 0; i < returned.size(); i++) {
      Value owner = steps.owner(returned.get(i));
      if (!placement.places().get(owner).equals(new Place.Output(i))) {
        copy(owner, ports.outputs().get(i));
      }
    }
    ports
        .all()
        .flatMap(port -> port.identifiers().stream())
        .filter(identifier -> !used.contains(identifier))
        .forEach(identifier -> body.line("(void)" + identifier + ";"));
  }

  private void write(Steps.Step step) {
    if (step.calls().isEmpty()) {
      return;
    }
    Operation operation = step.operation();
    Value result = operation.result(0);
    body.line(
        "/* %s %s */".formatted(operation.name(), CText.inComment(shortened(names.name(result)))));
    for (Value each : operation.results()) {
      declare(each);
    }
    for (CCall call : step.calls()) {
      kernels.add(call.kernel());
      body.list(
          call.kernel().function() + "(",
          call.arguments().stream().map(argument -> text(argument, names.name(result))).toList(),
          ");");
    }
  }

  // Models have values whose names are those of all layers that were fused into one.
  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "...";
  }

  private void declare(Value value) {
    if (!(placement.places().get(value) instanceof Place.Arena arena)) {
      return;
    }
    List<CPart> parts = lowering.parts(value.type());
    ImmutableList.Builder<String> declared = ImmutableList.builder();
    for (int i = 0; i < parts.size(); i++) {
      CPart part = parts.get(i);
      String identifier = identifiers.unique("v_", names.name(value), part.suffix());
      body.line(
          "%s *%s = %s;"
              .formatted(
                  part.type().text(), identifier, memory(part.type(), arena.offsets().get(i))));
      declared.add(identifier);
    }
    known.put(value, declared.build());
  }

  private static String memory(CType type, long offset) {
    return "arena." + type.shortName() + " + " + offset / type.bytes();
  }

  private void copy(Value owner, Port output) {
    for (int i = 0; i < output.parts().size(); i++) {
      CPart part = output.parts().get(i);
      if (part.length() > 0) {
        kernels.include("<string.h>");
        String to = output.identifiers().get(i);
        used.add(to);
        body.line(
            "memcpy(%s, %s, %d * sizeof *%s);"
                .formatted(to, elements(owner, i), part.length(), to));
      }
    }
  }

  private String text(CArgument argument, String user) {
    return switch (argument) {
      case CArgument.Elements elements -> {
        String array = elements(steps.owner(elements.value()), elements.part());
        yield elements.offset() == 0 ? array : array + " + " + elements.offset();
      }
      case CArgument.Scratch scratch -> memory(scratch.type(), placement.scratch().get(scratch));
      case CArgument.Nothing _ -> {
        kernels.include("<stddef.h>");
        yield "NULL";
      }
      case CArgument.Number number -> CType.I32.literal(number.value());
      case CArgument.Table table -> table(user, "_" + table.role(), table.table());
      case CArgument.Structure structure -> "&" + structure(structure, user);
    };
  }

  private String elements(Value owner, int part) {
    String identifier =
        switch (placement.places().get(owner)) {
          case Place.Input input -> ports.inputs().get(input.index()).identifiers().get(part);
          case Place.Output output -> ports.outputs().get(output.index()).identifiers().get(part);
          case Place.Arena _ -> {
            if (!known.containsKey(owner)) {
              // A value without elements, which nothing computes.
              declare(owner);
            }
            yield known.get(owner).get(part);
          }
          case Place.Constant _ -> constant(owner, part);
        };
    used.add(identifier);
    return identifier;
  }

  /** The name of a constant's array, which is written when it is first needed. */
  private String constant(Value value, int part) {
    return constantNames
        .computeIfAbsent(value, _ -> new HashMap<>())
        .computeIfAbsent(
            part,
            _ ->
                table(
                    names.name(value),
                    lowering.parts(value.type()).get(part).suffix(),
                    steps.constants().get(value).get(part)));
  }

  private String table(String name, String role, CTable table) {
    String identifier = identifiers.unique("c_", name, role);
    constants.table(identifier, table);
    constantBytes += table.bytes();
    return identifier;
  }

  private String structure(CArgument.Structure structure, String user) {
    List<String> fields =
        structure.fields().entrySet().stream()
            .map(field -> "." + field.getKey() + " = " + text(field.getValue(), user))
            .toList();
    String identifier = identifiers.unique("c_", user, "_" + structure.role());
    constants.list("static const %s %s = {".formatted(structure.type(), identifier), fields, "};");
    return identifier;
  }

  /** {@return the definitions of the constants} */
  String constants() {
    return constants.toString();
  }

  /** {@return the statements that compute} */
  String body() {
    return body.toString();
  }

  /** {@return the kernels that are called} */
  KernelText kernels() {
    return kernels;
  }

  /** {@return the size of all constant arrays} */
  long constantBytes() {
    return constantBytes;
  }
}
