package org.qopt.target.tpu.legalize;

import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.quantize.QuantProfile;
import org.qopt.target.legalize.AnnotatedProfile;
import org.qopt.target.legalize.QuantizedSignature;
import org.qopt.target.tpu.TpuProfile;
import org.qopt.target.tpu.TpuVerifier;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.dialect.TpuDialect;
import org.qopt.target.tpu.numerics.Rounding;

/**
 * Turns the QDQ form into operations on integers.
 *
 * @param rounding how products of 32-bit accumulators are rounded
 */
public record LegalizeToTpuPass(Products rounding) implements Pass {
  /** What kernels do with products, which is a choice made when the runtime is built. */
  public enum Products {
    /** They round twice, as kernels are built unless said otherwise. */
    DOUBLE,
    /** They round once. */
    SINGLE
  }

  private static final String NAME = "legalize-to-tpu";

  /** The pass for kernels that round twice. */
  public LegalizeToTpuPass() {
    this(Products.DOUBLE);
  }

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "turns the QDQ form into operations on integers")
        .titled("LegalizeToTPU")
        .describedAs(
            """
            Every operation of the dialect nn between quant.dcast and quant.qcast becomes one of the \
            dialect tpu, with its multipliers, shifts, bounds or table as integers. The casts at the \
            function's ends go: its arguments and results are quantized.

            before:
              %0 = quant.dcast %x : tensor<4xf32>
              %1 = nn.relu %0 : tensor<4xf32>
              %2 = quant.qcast %1 : tensor<4x!quant.uniform<i8:f32, 0.25:-128>>
            after:
              %2 = tpu.clamp %x {clamp = array<i8: -128, 127>, multiplier = 1073741824 : i32,
                  rounding = "double", shift = 1 : i32} : tensor<4x!quant.uniform<i8:f32, 0.25:-128>>""")
        .option("rounding", "whether kernels round products of 32 bits once or twice")
        .on(Anchor.MODULE);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    QuantProfile profile = AnnotatedProfile.of(operation, TpuProfile.ALL);
    for (Operation function : new ModuleOp(operation).opsOf(FuncOp.DEF)) {
      if (!new FuncOp(function).isDeclaration()) {
        QuantizedSignature.apply(new FuncOp(function));
      }
    }
    Diagnostics diagnostics = new Diagnostics();
    RewriteRemarks remarks = new RewriteRemarks(NAME, context);
    TpuConversion.of(profile).convert(operation, remarks, diagnostics);
    remarks.finish(operation);
    diagnostics.throwIfErrors();
    if (rounding == Products.SINGLE) {
      operation.walk(LegalizeToTpuPass::roundOnce);
    }
    TpuVerifier.verify(operation, diagnostics);
    diagnostics.throwIfErrors();
  }

  /** No multiplier depends on how its products are rounded. */
  private static void roundOnce(Operation operation) {
    boolean twice =
        operation.dialect().equals(TpuDialect.NAME)
            && operation
                .attribute(TpuAttributes.ROUNDING, StringAttr.class)
                .filter(kind -> kind.value().equals(Rounding.DOUBLE.text()))
                .isPresent();
    if (twice) {
      operation.setAttribute(TpuAttributes.ROUNDING, new StringAttr(Rounding.SINGLE.text()));
    }
  }
}
