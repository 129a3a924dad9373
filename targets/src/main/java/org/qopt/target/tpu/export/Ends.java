package org.qopt.target.tpu.export;

import org.qopt.ir.BlockArgument;
import org.qopt.ir.Value;

/** How a model takes its inputs and gives its outputs. */
sealed interface Ends permits StoredEnds, RealEnds {
  /** {@return the input for an argument; to be called before anything is added to the model} */
  Signature.Port input(BlockArgument argument);

  /** {@return the output for a value that is returned; to be called after all has been added} */
  Signature.Port output(Value value);
}
