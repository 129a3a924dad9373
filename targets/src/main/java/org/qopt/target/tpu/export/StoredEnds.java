package org.qopt.target.tpu.export;

import org.qopt.ir.BlockArgument;
import org.qopt.ir.Value;

/** Inputs and outputs as they are stored. */
record StoredEnds(ModelGraph graph) implements Ends {
  @Override
  public Signature.Port input(BlockArgument argument) {
    return output(argument);
  }

  @Override
  public Signature.Port output(Value value) {
    return new Signature.Port(graph.name(value), graph.tensor(value));
  }
}
