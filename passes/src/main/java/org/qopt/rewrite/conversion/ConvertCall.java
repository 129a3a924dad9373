package org.qopt.rewrite.conversion;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.func.CallOp;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.PatternResult;

/**
 * Calls with the values that the operands became, for results of the types that they become.
 *
 * @param converter what types become
 */
record ConvertCall(TypeConverter converter) implements ConversionPattern {
  @Override
  public List<OpDef> roots() {
    return List.of(CallOp.DEF);
  }

  @Override
  public Optional<TypeConverter> types() {
    return Optional.of(converter);
  }

  @Override
  public PatternResult apply(
      Operation root, ConvertedOperands operands, ConversionRewriter rewriter) {
    List<ImmutableList<Type>> types = new ArrayList<>();
    for (OpResult result : root.results()) {
      Optional<ImmutableList<Type>> converted = converter.convert(result.type());
      if (converted.isEmpty()) {
        return PatternResult.noMatch(
            "result #%d has no converted form, it is of type %s"
                .formatted(result.index(), result.type()));
      }
      types.add(converted.get());
    }
    Operation call =
        rewriter
            .builder()
            .create(
                OperationState.of(CallOp.DEF, root.location())
                    .addOperands(operands.flat())
                    .addResults(types.stream().flatMap(List::stream).toList())
                    .setProperties(root.properties())
                    .setAll(root.attributes()));
    List<List<? extends Value>> values = new ArrayList<>();
    int next = 0;
    for (ImmutableList<Type> parts : types) {
      values.add(call.results().subList(next, next + parts.size()));
      next += parts.size();
    }
    rewriter.replaceExpanded(root, values);
    return PatternResult.REWRITTEN;
  }
}
