package org.qopt.target.cpu.export;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.tensor.Tensor;

/** The writers of all operations, by name. */
final class Writers {
  private static final OperationWriter NOTHING = (_, _) -> {};

  private static final ImmutableMap<String, OperationWriter> BY_NAME =
      ImmutableMap.<String, OperationWriter>builder()
          .put("func.return", NOTHING)
          // Constants are written where they are used.
          .put("nn.constant", NOTHING)
          .put("nn.conv2d", ImageWriters::conv)
          .put("cpu.conv2d", ImageWriters::conv)
          .put("nn.conv2d_transpose", SizeWriters::transposedConv)
          .put("nn.resize", SizeWriters::resize)
          .put("cpu.resize", SizeWriters::resize)
          .put("nn.depthwise_conv2d", ImageWriters::depthwise)
          .put("cpu.depthwise_conv2d", ImageWriters::depthwise)
          .put("nn.avg_pool2d", ImageWriters::averagePool)
          .put("cpu.avg_pool2d", ImageWriters::averagePool)
          .put("cpu.global_avg_pool2d", ImageWriters::globalAveragePool)
          .put("nn.max_pool2d", ImageWriters::maxPool)
          .put("cpu.max_pool2d", ImageWriters::maxPool)
          .put("nn.fully_connected", MatrixWriters::fullyConnected)
          .put("cpu.fully_connected", MatrixWriters::fullyConnected)
          .put("nn.matmul", MatrixWriters::matmul)
          .put("cpu.matmul", MatrixWriters::matmul)
          .put("nn.batch_norm", ElementwiseWriters::batchNorm)
          .put("nn.add", ElementwiseWriters.binary("Add"))
          .put("cpu.add", ElementwiseWriters.binary("Add"))
          .put("nn.sub", ElementwiseWriters.binary("Sub"))
          .put("nn.mul", ElementwiseWriters.binary("Mul"))
          .put("cpu.mul", ElementwiseWriters.binary("Mul"))
          .put("nn.div", ElementwiseWriters.binary("Div"))
          .put("nn.pow", ElementwiseWriters.binary("Pow"))
          .put("nn.sqrt", ElementwiseWriters.unary("Sqrt", 6))
          .put("nn.relu", ElementwiseWriters.unary("Relu", 6))
          .put("nn.relu6", ElementwiseWriters::relu6)
          .put("nn.clamp", ElementwiseWriters::clamp)
          .put("cpu.clamp", MovementWriters::clamp)
          .put("nn.sigmoid", ElementwiseWriters.unary("Sigmoid", 6))
          .put("cpu.sigmoid", ElementwiseWriters.unary("Sigmoid", 6))
          .put("nn.tanh", ElementwiseWriters.unary("Tanh", 6))
          .put("nn.hard_swish", ElementwiseWriters.unary("HardSwish", 14))
          .put("nn.hard_sigmoid", ElementwiseWriters::hardSigmoid)
          .put("nn.softmax", ElementwiseWriters::softmax)
          .put("cpu.softmax", ElementwiseWriters::softmax)
          .put("nn.mean", MovementWriters::mean)
          .put("nn.reshape", MovementWriters::reshape)
          .put("cpu.reshape", MovementWriters::reshape)
          .put("nn.dynamic_reshape", MovementWriters::dynamicReshape)
          .put("nn.shape", MovementWriters::shape)
          .put("nn.cast", MovementWriters::cast)
          .put("nn.transpose", MovementWriters::transpose)
          .put("cpu.transpose", MovementWriters::transpose)
          .put("nn.concat", MovementWriters::concat)
          .put("cpu.concat", MovementWriters::concat)
          .put("nn.slice", MovementWriters::slice)
          .put("cpu.slice", MovementWriters::slice)
          .put("nn.pad", MovementWriters::pad)
          .put("cpu.pad", MovementWriters::pad)
          .put("cpu.relabel", MovementWriters::relabel)
          .put("cpu.quantize", MovementWriters::quantize)
          .put("cpu.dequantize", MovementWriters::dequantize)
          .buildOrThrow();

  private Writers() {}

  /** Writes {@code operation}. */
  static void write(Operation operation, OnnxWriter writer) {
    OperationWriter found = BY_NAME.get(operation.name());
    if (found == null) {
      throw Unwritable.fault(
          operation, "an operation of the dialect cpu or nn", "'" + operation.name() + "'");
    }
    Optional<List<Tensor>> known = EmptyTensors.results(operation, writer.tensors());
    if (known.isEmpty()) {
      found.write(operation, writer);
      return;
    }
    for (int i = 0; i < operation.results().size(); i++) {
      writer.tensors().fold(operation.results().get(i), known.get().get(i));
    }
  }
}
