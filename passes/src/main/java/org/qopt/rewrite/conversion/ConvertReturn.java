package org.qopt.rewrite.conversion;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;

/**
 * Returns the values that the operands became.
 *
 * @param converter what types become
 */
record ConvertReturn(TypeConverter converter) implements ConversionPattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ReturnOp.DEF);
  }

  @Override
  public Optional<TypeConverter> types() {
    return Optional.of(converter);
  }

  @Override
  public PatternResult apply(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    rewriter.modify(root, () -> root.setOperands(operands.flat()));
    return PatternResult.REWRITTEN;
  }
}
