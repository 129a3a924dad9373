package org.qopt.passes.bind;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.passes.match.ModuleNames;

/**
 * Turns ranges into scales and zero points, and leaves the QDQ form.
 *
 * @param calibration the file with the ranges; without one they come from the {@link
 *     CalibrationTable} among the context's services, or from the program alone
 */
public record BindCalibrationPass(Optional<Path> calibration) implements Pass {
  /** The name of the pass. */
  static final String NAME = "bind-calibration";

  private static final String CALIB = "calib";

  @Override
  public PassInfo info() {
    return PassInfo.of(NAME, "turns ranges into scales and zero points")
        .describedAs(
            """
            Replaces the operations of the dialect calib: calib.observe by quant.qcast and \
            quant.dcast, calib.weight, calib.bias and what observes a constant by a quantized \
            nn.constant and quant.dcast. What is left is the QDQ form, which runs and says exactly \
            what the target is to compute.

            Activations: the range, united over a group and widened to contain 0, over the storage \
            range gives the scale, rounded to f32; the zero point is the integer nearest to where 0 \
            lies. Weights: the largest magnitude of a channel over the largest stored integer. \
            Biases: the input's scale times the weights'. Integers are the quotients by the scale, \
            halves rounded away from zero.

            What is stored as block floating point becomes bfp.qcast, bfp.constant and bfp.dcast. \
            An exponent that calibration decides follows from the largest magnitude of the range, or \
            of the weights; that of a bias is at least the input's plus the weights'. Dynamic \
            exponents need no range.

            before:
              %0 = calib.observe %x {storage = !quant.any<i8:f32>} : tensor<4xf32>
            after, for the range -1 to 1.55:
              %0 = quant.qcast %x : tensor<4x!quant.uniform<i8:f32, 0.01:-28>>
              %1 = quant.dcast %0 : tensor<4xf32>""")
        .on(Anchor.MODULE)
        .option("calibration", "the file with the ranges");
  }

  @Override
  public void run(Operation operation, PassContext context) {
    List<Operation> operations = ObservedParameters.all(operation);
    if (operations.stream().noneMatch(op -> op.dialect().equals(CALIB))) {
      return;
    }
    RangeLookup lookup = new RangeLookup(table(context), ModuleNames.of(operation)::name);
    List<Operation> affine = operations.stream().filter(op -> !BlockParameters.isMark(op)).toList();
    ObservedParameters observed = ObservedParameters.of(affine, lookup);
    WeightParameters weights = WeightParameters.of(affine, observed, context::remark);
    BlockParameters blocks = BlockParameters.of(operations, lookup);
    new QdqWriter(observed, weights).write(affine);
    BlockQdqWriter.write(blocks.types());
  }

  private Optional<CalibrationTable> table(PassContext context) {
    return calibration
        .map(file -> context.service(CalibrationSource.class).load(file))
        .or(() -> context.findService(CalibrationTable.class));
  }
}
