package org.qopt.passes.match;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;

/**
 * A view of what {@code nn.conv2d}, {@code nn.conv2d_transpose}, {@code nn.depthwise_conv2d} and
 * {@code nn.fully_connected} have in common: an input, a filter with an axis of output channels, a
 * bias for each of these, an activation. The output channels are the last axis of the result.
 *
 * @param operation the operation
 */
public record Linear(Operation operation) {
  /** The operations that can be viewed so. */
  public static final List<OpDef> DEFS =
      List.of(Conv2dOp.DEF, Conv2dTransposeOp.DEF, DepthwiseConv2dOp.DEF, FullyConnectedOp.DEF);

  /** {@return the view of what defines {@code value}, if it is such an operation} */
  public static Optional<Linear> defining(Value value) {
    return value
        .definingOp()
        .filter(op -> op.def().filter(DEFS::contains).isPresent())
        .map(Linear::new);
  }

  /** {@return the result} */
  public Value result() {
    return operation.result();
  }

  /** {@return the filter} */
  public Value filter() {
    return operation.operand(1);
  }

  /** {@return the bias, if there is one} */
  public Optional<Value> bias() {
    return operation.operandCount() > 2 ? Optional.of(operation.operand(2)) : Optional.empty();
  }

  /** {@return what is applied to the result} */
  public Activation activation() {
    return Activation.of(operation);
  }

  /** {@return the filter's axis of output channels} */
  public int channelAxis() {
    return operation.is(DepthwiseConv2dOp.DEF) ? 3 : 0;
  }

  /** {@return the number of dimensions of the result, if it is known} */
  public Optional<Integer> rank() {
    return result().type() instanceof TensorType type ? Optional.of(type.rank()) : Optional.empty();
  }

  /** {@return the filter's elements, if it is a constant of {@code f32}} */
  public Optional<Tensor> constantFilter() {
    return Constants.floats(filter());
  }

  /** {@return the number of output channels, if the filter's shape tells} */
  public Optional<Integer> channels() {
    return filter().type() instanceof TensorType type
            && type.rank() > channelAxis()
            && !type.shape().isDynamic(channelAxis())
        ? Optional.of(type.shape().size(channelAxis()))
        : Optional.empty();
  }

  /** {@return the bias, zeros if there is none; empty if it is no constant of {@code f32}} */
  public Optional<float[]> constantBias() {
    return bias().isPresent()
        ? Constants.floats(bias().get()).map(Tensor::floats)
        : channels().map(float[]::new);
  }
}
