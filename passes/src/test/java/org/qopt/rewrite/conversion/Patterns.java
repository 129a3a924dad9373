package org.qopt.rewrite.conversion;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.PatternResult;

/** Patterns on operations that are not known, by name. */
final class Patterns {
  /** What a pattern does to an operation of its name. */
  interface Script {
    PatternResult apply(Operation root, ConvertedOperands operands, ConversionRewriter rewriter);
  }

  record Scripted(
      String name, String root, Optional<TypeConverter> types, boolean bounded, Script script)
      implements ConversionPattern {
    @Override
    public List<OpDef> roots() {
      return List.of();
    }

    @Override
    public boolean hasBoundedRecursion() {
      return bounded;
    }

    @Override
    public PatternResult apply(
        Operation operation, ConvertedOperands operands, ConversionRewriter rewriter) {
      return operation.name().equals(root)
          ? script.apply(operation, operands, rewriter)
          : PatternResult.noMatch("it is no " + root);
    }
  }

  private Patterns() {}

  static Scripted on(String root, String name, Script script) {
    return new Scripted(name, root, Optional.empty(), false, script);
  }

  static Scripted typed(String root, String name, TypeConverter types, Script script) {
    return new Scripted(name, root, Optional.of(types), false, script);
  }

  /** Replaces an operation by one of another name. */
  static Scripted rename(String from, String to) {
    return on(
        from,
        from + "->" + to,
        (root, operands, rewriter) -> {
          rewriter.replace(root, create(rewriter, root, to, operands.flat(), root.resultTypes()));
          return PatternResult.REWRITTEN;
        });
  }

  static Scripted refusing(String root, String name, String reason) {
    return on(root, name, (_, _, _) -> PatternResult.noMatch(reason));
  }

  static Operation create(
      ConversionRewriter rewriter,
      Operation root,
      String name,
      List<? extends Value> operands,
      List<? extends Type> types) {
    return rewriter
        .builder()
        .create(
            OperationState.of(name, Optional.empty(), root.location())
                .addOperands(operands)
                .addResults(types));
  }
}
