package org.qopt.passes;

import java.util.List;
import java.util.Optional;
import org.qopt.pass.Pass;
import org.qopt.pass.PassProvider;
import org.qopt.passes.annotate.QuantAnnotatePass;
import org.qopt.passes.bind.BindCalibrationPass;

/** The passes that lead from a float program to the QDQ form. */
public final class QuantizationPasses implements PassProvider {
  @Override
  public List<Pass> passes() {
    return List.of(new QuantAnnotatePass("tpu"), new BindCalibrationPass(Optional.empty()));
  }
}
