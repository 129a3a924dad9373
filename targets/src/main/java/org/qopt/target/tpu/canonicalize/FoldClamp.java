package org.qopt.target.tpu.canonicalize;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.tpu.dialect.ClampOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.ActivationClamp;

/**
 * An operation cuts its result itself.
 *
 * <pre>
 * %a = tpu.add %x, %y {...}                               |
 * %b = tpu.clamp %a {clamp = array&lt;i8: 4, 127&gt;, ...}      |  %b = tpu.add %x, %y {clamp = array&lt;i8: 4, 127&gt;, ...}
 * </pre>
 */
record FoldClamp() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ClampOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Type type = root.result().type();
    if (!root.operand(0).type().equals(type)) {
      return PatternResult.noMatch("the scale or zero point changes, which rounds");
    }
    Optional<Operation> cut =
        root.operand(0)
            .definingOp()
            .filter(op -> op.def().filter(def -> def.declares(TpuAttributes.CLAMP)).isPresent());
    if (cut.isEmpty()) {
      return PatternResult.noMatch("the operand comes from nothing that cuts");
    }
    Operation producer = cut.get();
    if (producer.result().users().size() != 1) {
      return PatternResult.noMatch("the operand has other users");
    }
    ActivationClamp inner = TpuAttributes.clamp(producer);
    ActivationClamp outer = TpuAttributes.clamp(root);
    int min = Math.max(inner.min(), outer.min());
    int max = Math.min(inner.max(), outer.max());
    if (min > max) {
      return PatternResult.noMatch("the intervals have nothing in common");
    }
    ActivationClamp both = new ActivationClamp(min, max);
    TreeMap<String, Attribute> attributes = new TreeMap<>(producer.properties().entries());
    attributes.putAll(producer.attributes().entries());
    attributes.put(TpuAttributes.ACTIVATION, new StringAttr(TpuAttributes.name(both, type)));
    attributes.put(TpuAttributes.CLAMP, TpuAttributes.of(both, type));
    Operation merged =
        rewriter
            .builder()
            .create(
                producer.def().orElseThrow(),
                root.location(),
                producer.operands(),
                DictionaryAttr.of(attributes),
                List.of(type));
    rewriter.replace(root, merged);
    return PatternResult.REWRITTEN;
  }
}
