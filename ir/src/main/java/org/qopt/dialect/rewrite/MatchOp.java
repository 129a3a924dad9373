package org.qopt.dialect.rewrite;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code rewrite.match}: an operation of the program.
 *
 * @param operation the operation
 */
public record MatchOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("rewrite.match")
          .summary("an operation of the program")
          .description(
              """
              Fits operations named 'op', or by one of its names, with exactly these operands, and \
              with each of 'attributes' equal to what is written, defaults included. An operand of \
              type !rewrite.op is the only result of that operation. 'otherwise' is the reason that \
              remarks give where nothing fits; without it, what does not.""")
          .example(
              """
              rewrite.pattern ({
                %x = rewrite.operand : !rewrite.value
                %zero = rewrite.operand : !rewrite.value
                %sum = rewrite.match %x, %zero
                    {op = ["nn.add", "nn.sub"], attributes = {activation = "none"}} : !rewrite.op
                rewrite.require %zero {constraint = "splat", arguments = [0.0 : f32]}
                rewrite.replace %sum, %x
              }) {sym_name = "RemoveAddOfZero"}""")
          .variadicOperand("operands", Handle.VALUE_OR_OP)
          .attribute("op", PatternRules.NAMES)
          .attribute("attributes", PatternRules.DICTIONARY, DictionaryAttr.EMPTY)
          .optionalAttribute("otherwise", Attributes.STRING)
          .result("operation", Handle.OP.constraint())
          .traits(Traits.PURE, PatternRules.IN_PATTERN)
          .build();

  /** {@return the full names of the operations that it fits, at least one} */
  public List<String> names() {
    return PatternRules.strings(operation.attribute("op").orElseThrow());
  }

  /** {@return the reason to give where nothing fits, if the pattern says one} */
  public Optional<String> otherwise() {
    return operation.attribute("otherwise", StringAttr.class).map(StringAttr::value);
  }

  /** {@return what the attributes of the operation must be} */
  public DictionaryAttr attributes() {
    return operation.required("attributes", DictionaryAttr.class);
  }
}
