package org.qopt.dialect.rewrite;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;

/**
 * {@code rewrite.create}: a new operation.
 *
 * @param operation the operation
 */
public record CreateOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.create")
          .summary("a new operation")
          .description(
              """
              Of the operands, values and operations are the new operation's operands, attributes \
              are its attributes called by 'names' in that order, and types are the types of its \
              results. Where no type is given, they are inferred; when the operands do not fit, the \
              pattern does not apply. 'attributes' are further attributes.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %relu = rewrite.match %x {op = "nn.relu6"} : !rewrite.op
                %clamp = rewrite.create %x
                    {op = "nn.clamp", attributes = {min = 0.0 : f32, max = 6.0 : f32}} : !rewrite.op
                rewrite.replace %relu, %clamp
              }) {sym_name = "Relu6ToClamp"}""")
          .variadicOperand("operands", Handle.ANY)
          .attribute("op", Attributes.STRING)
          .attribute("names", PatternRules.STRINGS, PatternRules.NONE)
          .attribute("attributes", PatternRules.DICTIONARY, DictionaryAttr.EMPTY)
          .result("operation", Handle.OP.constraint())
          .traits(PatternRules.IN_PATTERN)
          .clause("there is a name for each attribute among the operands", CreateOp::names)
          .clause("no attribute is given twice", CreateOp::twice)
          .build();

  /** {@return the full name of the new operation} */
  public String name() {
    return operation.required("op", StringAttr.class).value();
  }

  /** {@return the names of the attributes among the operands, in their order} */
  public List<String> names() {
    return PatternRules.strings(attribute(operation));
  }

  /** {@return the attributes that are written out} */
  public DictionaryAttr attributes() {
    return operation.required("attributes", DictionaryAttr.class);
  }

  private static ArrayAttr attribute(Operation op) {
    return op.required("names", ArrayAttr.class);
  }

  private static Optional<String> names(Operation op) {
    long expected = op.operandTypes().stream().filter(Handle.ATTRIBUTE::equals).count();
    int found = attribute(op).elements().size();
    return expected == found
        ? Optional.empty()
        : Optional.of(
            "expects %d 'names', one for each attribute among the operands, but got %d"
                .formatted(expected, found));
  }

  private static Optional<String> twice(Operation op) {
    CreateOp create = new CreateOp(op);
    Set<String> seen = new HashSet<>(create.attributes().entries().keySet());
    return create.names().stream()
        .filter(name -> !seen.add(name))
        .findFirst()
        .map(name -> "expects each attribute once, but got '" + name + "' twice");
  }
}
