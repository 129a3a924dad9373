package org.qopt.target.tpu.legalize;

import java.util.stream.Stream;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.quantize.QuantProfile;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.conversion.ConversionTarget;
import org.qopt.target.legalize.LegalizePattern;
import org.qopt.target.legalize.TargetConversion;
import org.qopt.target.tpu.TpuProfile;
import org.qopt.target.tpu.dialect.TpuDialect;

/** The conversion to the dialect {@code tpu}: which operations may be left, and the patterns. */
final class TpuConversion {
  private static final ConversionTarget LEGAL =
      ConversionTarget.builder()
          .legalDialects(TpuDialect.NAME, "func", "builtin")
          .legal(ConstantOp.DEF.name())
          .illegalDialects("nn")
          .illegal(UnrealizedConversionCastOp.DEF.name())
          .build();

  private TpuConversion() {}

  /** {@return the conversion of programs annotated for {@code profile}} */
  static TargetConversion of(QuantProfile profile) {
    return new TargetConversion(
        TpuProfile.NAME,
        profile,
        LEGAL,
        Stream.<RewritePattern>concat(
                TpuLegalizations.ALL.stream()
                    .map(legalization -> new LegalizePattern(legalization, profile)),
                Stream.of(new RescaleCasts()))
            .toList());
  }
}
