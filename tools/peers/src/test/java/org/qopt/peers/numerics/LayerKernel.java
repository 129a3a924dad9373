package org.qopt.peers.numerics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.Add;
import org.qopt.target.tpu.numerics.AveragePool2d;
import org.qopt.target.tpu.numerics.Conv2d;
import org.qopt.target.tpu.numerics.DepthwiseConv2d;
import org.qopt.target.tpu.numerics.FullyConnected;
import org.qopt.target.tpu.numerics.OutputStage;
import org.qopt.target.tpu.numerics.ScaledSum;
import org.qopt.target.tpu.numerics.Softmax;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.TensorT;

/**
 * One operation of a model file, computed by the target's kernels from the tensors that it reads.
 */
final class LayerKernel {
  private final ModelT model;
  private final OperatorT operation;

  LayerKernel(ModelT model, OperatorT operation) {
    this.model = model;
    this.operation = operation;
  }

  int output() {
    return operation.getOutputs()[0];
  }

  private int code() {
    var code = model.getOperatorCodes()[(int) operation.getOpcodeIndex()];
    return Math.max(code.getBuiltinCode(), code.getDeprecatedBuiltinCode());
  }

  @Override
  public String toString() {
    return BuiltinOperator.names[code()] + " to tensor " + output();
  }

  /** {@return the values of the operation's output, given those of any tensor} */
  byte[] execute(IntFunction<byte[]> values) {
    byte[] input = values.apply(operation.getInputs()[0]);
    return switch (code()) {
      case BuiltinOperator.CONV_2D -> conv(input);
      case BuiltinOperator.DEPTHWISE_CONV_2D -> depthwise(input);
      case BuiltinOperator.FULLY_CONNECTED -> fullyConnected(input);
      case BuiltinOperator.ADD -> add(input, values.apply(operation.getInputs()[1]));
      case BuiltinOperator.AVERAGE_POOL_2D -> averagePool(input);
      case BuiltinOperator.RESHAPE -> input;
      case BuiltinOperator.SOFTMAX ->
          Softmax.of(scale(operand(0)), operation.getBuiltinOptions().asSoftmaxOptions().getBeta())
              .execute(input, operand(0).getShape()[operand(0).getShape().length - 1]);
      default -> throw new AssertionError("no kernel for " + this);
    };
  }

  private byte[] conv(byte[] input) {
    var options = operation.getBuiltinOptions().asConv2DOptions();
    int[] filter = operand(1).getShape();
    Nhwc shape = nhwc(operand(0));
    Window2d window =
        new Window2d(
            window(options.getPadding(), shape.height(), filter[1], options.getStrideH()),
            window(options.getPadding(), shape.width(), filter[2], options.getStrideW()));
    AccumulatorScaling scaling =
        AccumulatorScaling.convolution(scale(operand(0)), scales(1), scale(result()));
    return new Conv2d(
            window,
            zeroPoint(operand(0)),
            stage(scaling, options.getFusedActivationFunction()),
            data(1).array(),
            filter[3],
            bias())
        .execute(input, shape);
  }

  private byte[] depthwise(byte[] input) {
    var options = operation.getBuiltinOptions().asDepthwiseConv2DOptions();
    int[] filter = operand(1).getShape();
    Nhwc shape = nhwc(operand(0));
    Window2d window =
        new Window2d(
            window(options.getPadding(), shape.height(), filter[1], options.getStrideH()),
            window(options.getPadding(), shape.width(), filter[2], options.getStrideW()));
    AccumulatorScaling scaling =
        AccumulatorScaling.convolution(scale(operand(0)), scales(1), scale(result()));
    return new DepthwiseConv2d(
            window,
            zeroPoint(operand(0)),
            stage(scaling, options.getFusedActivationFunction()),
            data(1).array(),
            options.getDepthMultiplier(),
            bias())
        .execute(input, shape);
  }

  private byte[] fullyConnected(byte[] input) {
    var options = operation.getBuiltinOptions().asFullyConnectedOptions();
    AccumulatorScaling scaling =
        AccumulatorScaling.fullyConnected(scale(operand(0)), scales(1), scale(result()));
    return new FullyConnected(
            zeroPoint(operand(0)),
            stage(scaling, options.getFusedActivationFunction()),
            data(1).array(),
            zeroPoint(operand(1)),
            operand(1).getShape()[1],
            bias())
        .execute(input);
  }

  private byte[] add(byte[] first, byte[] second) {
    byte code = operation.getBuiltinOptions().asAddOptions().getFusedActivationFunction();
    ScaledSum scales =
        ScaledSum.of(
            scale(operand(0)),
            zeroPoint(operand(0)),
            scale(operand(1)),
            zeroPoint(operand(1)),
            scale(result()),
            zeroPoint(result()),
            activation(code));
    return new Add(scales).execute(first, operand(0).getShape(), second, operand(1).getShape());
  }

  private byte[] averagePool(byte[] input) {
    var options = operation.getBuiltinOptions().asPool2DOptions();
    Nhwc shape = nhwc(operand(0));
    Window2d window =
        new Window2d(
            window(
                options.getPadding(),
                shape.height(),
                options.getFilterHeight(),
                options.getStrideH()),
            window(
                options.getPadding(),
                shape.width(),
                options.getFilterWidth(),
                options.getStrideW()));
    return new AveragePool2d(window, clamp(options.getFusedActivationFunction()))
        .execute(input, shape);
  }

  private OutputStage stage(AccumulatorScaling scaling, byte activation) {
    return new OutputStage(scaling, zeroPoint(result()), clamp(activation));
  }

  private ActivationClamp clamp(byte activation) {
    return ActivationClamp.of(activation(activation), scale(result()), zeroPoint(result()));
  }

  private static Activation activation(byte code) {
    return switch (code) {
      case ActivationFunctionType.NONE -> Activation.NONE;
      case ActivationFunctionType.RELU -> Activation.RELU;
      case ActivationFunctionType.RELU6 -> Activation.RELU6;
      default -> throw new AssertionError("no activation " + code);
    };
  }

  private static Window1d window(byte padding, int size, int kernel, int stride) {
    return padding == Padding.SAME
        ? Window1d.same(size, kernel, stride, 1)
        : Window1d.valid(kernel, stride, 1);
  }

  private TensorT operand(int i) {
    return model.getSubgraphs()[0].getTensors()[operation.getInputs()[i]];
  }

  private TensorT result() {
    return model.getSubgraphs()[0].getTensors()[output()];
  }

  private float[] scales(int i) {
    return operand(i).getQuantization().getScale();
  }

  private static float scale(TensorT tensor) {
    return tensor.getQuantization().getScale()[0];
  }

  private static int zeroPoint(TensorT tensor) {
    return (int) tensor.getQuantization().getZeroPoint()[0];
  }

  private static Nhwc nhwc(TensorT tensor) {
    int[] shape = tensor.getShape();
    return new Nhwc(shape[0], shape[1], shape[2], shape[3]);
  }

  private ByteBuffer data(int i) {
    int[] data = model.getBuffers()[(int) operand(i).getBuffer()].getData();
    byte[] bytes = new byte[data.length];
    for (int b = 0; b < bytes.length; b++) {
      bytes[b] = (byte) data[b];
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private int[] bias() {
    int[] bias = new int[operand(2).getShape()[0]];
    data(2).asIntBuffer().get(bias);
    return bias;
  }
}
