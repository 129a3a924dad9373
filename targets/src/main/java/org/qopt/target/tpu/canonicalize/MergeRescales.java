package org.qopt.target.tpu.canonicalize;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.dialect.ByteFunctions;
import org.qopt.target.tpu.dialect.RescaleOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.LookupTable;
import org.qopt.target.tpu.numerics.QuantizedMultiplier;
import org.qopt.target.tpu.numerics.Requantize;

/**
 * Two changes of scale in a row are one, where each of the 256 bytes comes out the same.
 *
 * <pre>
 * %a = tpu.rescale %x {...}  |
 * %y = tpu.rescale %a {...}  |  %y = tpu.rescale %x {...}
 * </pre>
 */
record MergeRescales() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(RescaleOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> inner = root.operand(0).definingOp().filter(op -> op.is(RescaleOp.DEF));
    if (inner.isEmpty()) {
      return PatternResult.noMatch("the operand is not rescaled");
    }
    Value x = inner.get().operand(0);
    if (Scales.bits(x.type()) != Byte.SIZE) {
      return PatternResult.noMatch("numbers of 16 bits are too many to be looked at");
    }
    Optional<LookupTable> direct = direct(x.type(), root);
    if (!direct.equals(Optional.of(through(table(inner.get()), table(root))))) {
      return PatternResult.noMatch("a byte would come out otherwise");
    }
    Operation merged =
        rewriter
            .builder()
            .create(
                RescaleOp.DEF,
                root.location(),
                List.of(x),
                DictionaryAttr.of(attributes(x.type(), root)),
                List.of(root.result().type()));
    rewriter.replace(root, merged);
    return PatternResult.REWRITTEN;
  }

  /** All results of one change of scale from {@code from}, rounded as {@code root} does. */
  private static Optional<LookupTable> direct(Type from, Operation root) {
    try {
      Type to = root.result().type();
      Requantize plain =
          Requantize.of(
              Scales.scale(from), Scales.zeroPoint(from), Scales.scale(to), Scales.zeroPoint(to));
      QuantizedMultiplier multiplier =
          new QuantizedMultiplier(
              plain.multiplier().multiplier(),
              plain.multiplier().shift(),
              TpuAttributes.rounding(root));
      return Optional.of(
          new Requantize(plain.inputZeroPoint(), multiplier, plain.outputZeroPoint(), plain.clamp())
              .table());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ImmutableMap<String, Attribute> attributes(Type from, Operation root) {
    return ImmutableMap.<String, Attribute>builder()
        .putAll(
            RescaleOp.DERIVATION.attributes(
                List.of(from), root.result().type(), DictionaryAttr.of(Map.of())))
        .put(TpuAttributes.ROUNDING, root.required(TpuAttributes.ROUNDING, Attribute.class))
        .build();
  }

  private static LookupTable table(Operation rescale) {
    return ByteFunctions.of(rescale).orElseThrow().table();
  }

  private static LookupTable through(LookupTable first, LookupTable second) {
    return LookupTable.of(second.execute(first.entries()));
  }
}
