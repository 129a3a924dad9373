package org.qopt.rewrite.conversion;

import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.rewrite.PatternSet;

/** Signatures, calls and returns of functions whose types are converted. */
public final class FunctionConversion {
  private FunctionConversion() {}

  /** {@return the patterns for {@code func.func}, {@code func.call} and {@code func.return}} */
  public static PatternSet patterns(TypeConverter types) {
    return PatternSet.of(
        new ConvertFunction(types), new ConvertCall(types), new ConvertReturn(types));
  }

  /** Makes these operations legal in {@code target} once their types are. */
  public static ConversionTarget.Builder legality(
      ConversionTarget.Builder target, TypeConverter types) {
    return target
        .legalUnless(
            FuncOp.DEF.name(),
            op ->
                types
                    .firstIllegal(new FuncOp(op).type().inputs())
                    .or(() -> types.firstIllegal(new FuncOp(op).type().results()))
                    .map(type -> "its signature has the type " + type))
        .legalUnless(
            CallOp.DEF.name(),
            op ->
                types
                    .firstIllegal(op.operandTypes())
                    .or(() -> types.firstIllegal(op.resultTypes()))
                    .map(type -> "it takes or gives a value of type " + type))
        .legalUnless(
            ReturnOp.DEF.name(),
            op ->
                types
                    .firstIllegal(op.operandTypes())
                    .map(type -> "it returns a value of type " + type));
  }
}
