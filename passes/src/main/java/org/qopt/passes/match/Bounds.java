package org.qopt.passes.match;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;

/**
 * The function {@code x -> min(max(x, min), max)}, which {@code nn.relu}, {@code nn.relu6} and
 * {@code nn.clamp} compute and which other operations apply to their result as an activation.
 *
 * @param min the least result, maybe minus infinity
 * @param max the largest result, maybe infinity
 */
public record Bounds(float min, float max) {
  /** The operations that do nothing else. */
  public static final List<OpDef> DEFS = List.of(ReluOp.DEF, Relu6Op.DEF, ClampOp.DEF);

  /** The operations that can take over the bounds of their result as an activation. */
  public static final List<OpDef> ACTIVATED =
      List.of(
          AddOp.DEF,
          Conv2dOp.DEF,
          Conv2dTransposeOp.DEF,
          DepthwiseConv2dOp.DEF,
          FullyConnectedOp.DEF,
          MulOp.DEF,
          SubOp.DEF);

  /** {@return the bounds of {@code operation}, if it is one of {@link #DEFS}} */
  public static Optional<Bounds> of(Operation operation) {
    if (operation.is(ReluOp.DEF)) {
      return Optional.of(of(Activation.RELU));
    }
    if (operation.is(Relu6Op.DEF)) {
      return Optional.of(of(Activation.RELU6));
    }
    return operation.is(ClampOp.DEF)
        ? Optional.of(new Bounds(new ClampOp(operation).min(), new ClampOp(operation).max()))
        : Optional.empty();
  }

  /** {@return the bounds that an activation sets} */
  public static Bounds of(Activation activation) {
    return new Bounds(activation.min(), activation.max());
  }

  /** {@return the bounds of the result of these bounds first and then {@code outer}} */
  public Bounds then(Bounds outer) {
    return new Bounds(outer.apply(min), outer.apply(max));
  }

  private float apply(float x) {
    return Math.min(Math.max(x, min), max);
  }

  /** {@return the activation that sets these bounds, if there is one} */
  public Optional<Activation> activation() {
    for (Activation activation : Activation.ALL) {
      if (equals(of(activation))) {
        return Optional.of(activation);
      }
    }
    return Optional.empty();
  }

  /** {@return the operation that applies these bounds to {@code x}, inserted} */
  public Operation create(OpBuilder builder, Location location, Value x) {
    if (equals(of(Activation.RELU))) {
      return ReluOp.create(builder, location, x).operation();
    }
    if (equals(of(Activation.RELU6))) {
      return Relu6Op.create(builder, location, x).operation();
    }
    return ClampOp.create(builder, location, x, min, max).operation();
  }

  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof Bounds that
        && Float.compare(min, that.min) == 0
        && Float.compare(max, that.max) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * Float.hashCode(min) + Float.hashCode(max);
  }
}
