package org.example.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.TanhOp;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A function of one number on bytes is a table.
 *
 * <pre>
 * %a = quant.dcast %x   |
 * %b = nn.relu %a       |   %y = example.table %x {table = ...}
 * %y = quant.qcast %b   |
 * </pre>
 */
record FunctionToTable() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ReluOp.DEF, TanhOp.DEF, LeakyReluOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> before =
        root.operand(0).definingOp().filter(op -> op.is(DequantizeCastOp.DEF));
    if (before.isEmpty()) {
      return PatternResult.noMatch("what goes in is not quantized");
    }
    List<Operation> users = root.result().users();
    if (users.size() != 1 || !users.getFirst().is(QuantizeCastOp.DEF)) {
      return PatternResult.noMatch("what comes out is not quantized, once");
    }
    Operation after = users.getFirst();
    Value x = before.get().operand(0);
    Optional<UniformQuantizedType> from = QuantizedTypes.uniform(x.type());
    Optional<UniformQuantizedType> to = QuantizedTypes.uniform(after.result().type());
    if (from.isEmpty() || to.isEmpty()) {
      return PatternResult.noMatch("not one scale and zero point");
    }
    Operation table =
        rewriter
            .builder()
            .create(
                TableOp.DEF,
                root.location(),
                List.of(x),
                DictionaryAttr.of(Map.of("table", table(root, from.get(), to.get()))),
                List.of(after.result().type()));
    rewriter.replace(after, table);
    return PatternResult.REWRITTEN;
  }

  /** The kernel of the function itself says what every byte becomes. */
  private static DenseIntArrayAttr table(
      Operation function, UniformQuantizedType from, UniformQuantizedType to) {
    float[] inputs = new float[TableOp.ENTRIES];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) ((i + Byte.MIN_VALUE - from.zeroPoint()) * from.scale());
    }
    Tensor all = Tensor.of(Shape.of(inputs.length), inputs);
    float[] outputs =
        function
            .def()
            .flatMap(OpDef::kernel)
            .orElseThrow()
            .prepare(function)
            .run(List.of(all))
            .getFirst()
            .floats();
    int[] table = new int[outputs.length];
    for (int i = 0; i < table.length; i++) {
      table[i] = to.quantize(outputs[i]);
    }
    return DenseIntArrayAttr.i8(table);
  }
}
