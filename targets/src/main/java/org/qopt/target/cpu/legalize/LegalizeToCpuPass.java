package org.qopt.target.cpu.legalize;

import java.util.List;
import java.util.stream.Stream;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.remark.RewriteRemarks;
import org.qopt.quantize.QuantProfile;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewritePattern;
import org.qopt.target.cpu.CpuProfile;
import org.qopt.target.cpu.CpuVerifier;
import org.qopt.target.legalize.AnnotatedProfile;
import org.qopt.target.legalize.LegalizePattern;

/** Turns the QDQ form into operations on int8 between float islands. */
public record LegalizeToCpuPass() implements Pass {
  private static final String NAME = "legalize-to-cpu";

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "turns the QDQ form into operations on int8 between float islands")
        .titled("LegalizeToCPU")
        .describedAs(
            """
            Every operation of the dialect nn between quant.dcast and quant.qcast that ONNX Runtime \
            has an int8 kernel for becomes one of the dialect cpu; the others stay. The casts that \
            are left become cpu.dequantize and cpu.quantize, which rounds halves to even.

            before:
              %0 = quant.qcast %x : tensor<4x!quant.uniform<i8:f32, 0.25:-128>>
              %1 = quant.dcast %0 : tensor<4xf32>
              %2 = nn.sigmoid %1 : tensor<4xf32>
              %3 = quant.qcast %2 : tensor<4x!quant.uniform<i8:f32, 0.00390625:-128>>
            after:
              %0 = cpu.quantize %x : tensor<4x!quant.uniform<i8:f32, 0.25:-128>>
              %3 = cpu.sigmoid %0 : tensor<4x!quant.uniform<i8:f32, 0.00390625:-128>>""")
        .on(Anchor.MODULE);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    QuantProfile profile = AnnotatedProfile.of(operation, CpuProfile.ALL);
    RewriteRemarks remarks = new RewriteRemarks(NAME, context);
    List<RewritePattern> operations =
        CpuLegalizations.ALL.stream()
            .<RewritePattern>map(legalization -> new LegalizePattern(legalization, profile))
            .toList();
    // First the operations: they are found by the casts around them.
    Stream.of(operations, List.<RewritePattern>of(new LegalizeCasts()))
        .forEach(
            patterns ->
                GreedyRewriter.of(PatternSet.of(patterns))
                    .withListener(remarks)
                    .rewrite(operation));
    remarks.finish(operation);
    OutputNames.keep(operation);
    Diagnostics diagnostics = new Diagnostics();
    CpuVerifier.verify(operation, diagnostics);
    diagnostics.throwIfErrors();
  }
}
