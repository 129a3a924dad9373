package org.qopt.cli.reduce.move;

import java.util.List;
import org.qopt.ir.tensor.Tensor;

/** Makes zeros of constants. */
final class ZeroConstants implements Move {
  @Override
  public String name() {
    return "constants";
  }

  @Override
  public List<Edit> edits(Draft draft) {
    return Constants.edits(draft, tensor -> isZero(tensor) ? tensor : Constants.zeros(tensor));
  }

  private static boolean isZero(Tensor tensor) {
    return tensor.isSplat() && tensor.equals(Constants.zeros(tensor));
  }
}
