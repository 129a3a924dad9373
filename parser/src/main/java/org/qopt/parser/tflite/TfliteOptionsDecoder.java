package org.qopt.parser.tflite;

import com.google.common.primitives.ImmutableLongArray;
import com.google.flatbuffers.Table;
import java.util.Optional;
import org.qopt.parser.model.DecodingBudget;
import org.qopt.parser.model.NodeId;
import org.qopt.parser.tflite.TfliteOptions.Concatenation;
import org.qopt.parser.tflite.TfliteOptions.FakeQuantization;
import org.qopt.parser.tflite.TfliteOptions.FullyConnected;
import org.qopt.parser.tflite.TfliteOptions.Fused;
import org.qopt.parser.tflite.TfliteOptions.Integers;
import org.qopt.parser.tflite.TfliteOptions.None;
import org.qopt.parser.tflite.TfliteOptions.Reducer;
import org.qopt.parser.tflite.TfliteOptions.Resize;
import org.qopt.parser.tflite.TfliteOptions.Softmax;
import org.qopt.parser.tflite.TfliteOptions.StridedSlice;
import org.qopt.parser.tflite.TfliteOptions.TransposedWindow;
import org.qopt.parser.tflite.TfliteOptions.Window;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;
import org.tensorflow.lite.schema.DivOptions;
import org.tensorflow.lite.schema.FakeQuantOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.MulOptions;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.ReducerOptions;
import org.tensorflow.lite.schema.ReshapeOptions;
import org.tensorflow.lite.schema.ResizeBilinearOptions;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptions;
import org.tensorflow.lite.schema.SoftmaxOptions;
import org.tensorflow.lite.schema.SqueezeOptions;
import org.tensorflow.lite.schema.StridedSliceOptions;
import org.tensorflow.lite.schema.SubOptions;
import org.tensorflow.lite.schema.TransposeConvOptions;

/** Decodes the options table of one node. */
final class TfliteOptionsDecoder {
  private final Operator operator;
  private final NodeId id;
  private final DecodingBudget budget;

  TfliteOptionsDecoder(Operator operator, NodeId id, DecodingBudget budget) {
    this.operator = operator;
    this.id = id;
    this.budget = budget;
  }

  TfliteOptions decode(int code) {
    return switch (code) {
      case BuiltinOperator.CONV_2D -> convolution();
      case BuiltinOperator.DEPTHWISE_CONV_2D -> depthwise();
      case BuiltinOperator.AVERAGE_POOL_2D, BuiltinOperator.MAX_POOL_2D -> pool();
      case BuiltinOperator.FULLY_CONNECTED -> fullyConnected();
      case BuiltinOperator.ADD ->
          fused(
              table(BuiltinOptions.AddOptions, new AddOptions())
                  .map(AddOptions::fusedActivationFunction));
      case BuiltinOperator.SUB ->
          fused(
              table(BuiltinOptions.SubOptions, new SubOptions())
                  .map(SubOptions::fusedActivationFunction));
      case BuiltinOperator.MUL ->
          fused(
              table(BuiltinOptions.MulOptions, new MulOptions())
                  .map(MulOptions::fusedActivationFunction));
      case BuiltinOperator.DIV ->
          fused(
              table(BuiltinOptions.DivOptions, new DivOptions())
                  .map(DivOptions::fusedActivationFunction));
      case BuiltinOperator.CONCATENATION -> {
        var options = required(BuiltinOptions.ConcatenationOptions, new ConcatenationOptions());
        yield new Concatenation(options.axis(), options.fusedActivationFunction());
      }
      case BuiltinOperator.TRANSPOSE_CONV -> {
        var options = required(BuiltinOptions.TransposeConvOptions, new TransposeConvOptions());
        yield new TransposedWindow(
            options.padding(),
            options.strideH(),
            options.strideW(),
            options.fusedActivationFunction());
      }
      case BuiltinOperator.RESIZE_BILINEAR -> {
        var options = required(BuiltinOptions.ResizeBilinearOptions, new ResizeBilinearOptions());
        yield new Resize(options.alignCorners(), options.halfPixelCenters());
      }
      case BuiltinOperator.RESIZE_NEAREST_NEIGHBOR -> {
        var options =
            required(
                BuiltinOptions.ResizeNearestNeighborOptions, new ResizeNearestNeighborOptions());
        yield new Resize(options.alignCorners(), options.halfPixelCenters());
      }
      case BuiltinOperator.SOFTMAX ->
          new Softmax(required(BuiltinOptions.SoftmaxOptions, new SoftmaxOptions()).beta());
      case BuiltinOperator.FAKE_QUANT -> fakeQuantization();
      case BuiltinOperator.MEAN ->
          new Reducer(
              table(BuiltinOptions.ReducerOptions, new ReducerOptions())
                  .map(ReducerOptions::keepDims)
                  .orElse(false));
      case BuiltinOperator.RESHAPE ->
          table(BuiltinOptions.ReshapeOptions, new ReshapeOptions())
              .<TfliteOptions>map(o -> integers(o.newShapeLength(), o::newShape))
              .orElseGet(None::new);
      case BuiltinOperator.SQUEEZE ->
          table(BuiltinOptions.SqueezeOptions, new SqueezeOptions())
              .<TfliteOptions>map(o -> integers(o.squeezeDimsLength(), o::squeezeDims))
              .orElseGet(None::new);
      case BuiltinOperator.STRIDED_SLICE -> stridedSlice();
      default -> new None();
    };
  }

  private Window convolution() {
    var options = required(BuiltinOptions.Conv2DOptions, new Conv2DOptions());
    return new Window(
        options.padding(),
        options.strideH(),
        options.strideW(),
        options.dilationHFactor(),
        options.dilationWFactor(),
        0,
        0,
        options.fusedActivationFunction());
  }

  private Window depthwise() {
    var options = required(BuiltinOptions.DepthwiseConv2DOptions, new DepthwiseConv2DOptions());
    return new Window(
        options.padding(),
        options.strideH(),
        options.strideW(),
        options.dilationHFactor(),
        options.dilationWFactor(),
        0,
        0,
        options.fusedActivationFunction());
  }

  private Window pool() {
    var options = required(BuiltinOptions.Pool2DOptions, new Pool2DOptions());
    return new Window(
        options.padding(),
        options.strideH(),
        options.strideW(),
        1,
        1,
        options.filterHeight(),
        options.filterWidth(),
        options.fusedActivationFunction());
  }

  private FullyConnected fullyConnected() {
    var options = required(BuiltinOptions.FullyConnectedOptions, new FullyConnectedOptions());
    return new FullyConnected(
        options.fusedActivationFunction(), options.weightsFormat(), options.keepNumDims());
  }

  private FakeQuantization fakeQuantization() {
    var options = required(BuiltinOptions.FakeQuantOptions, new FakeQuantOptions());
    return new FakeQuantization(
        options.min(), options.max(), options.numBits(), options.narrowRange());
  }

  private StridedSlice stridedSlice() {
    var options = required(BuiltinOptions.StridedSliceOptions, new StridedSliceOptions());
    if (options.offset()) {
      throw id.fault("ends that are offsets from the begins are not supported; only indices are");
    }
    return new StridedSlice(
        options.beginMask(),
        options.endMask(),
        options.ellipsisMask(),
        options.newAxisMask(),
        options.shrinkAxisMask());
  }

  private static Fused fused(Optional<Byte> activation) {
    return new Fused(activation.orElse((byte) 0));
  }

  private Integers integers(int length, java.util.function.IntUnaryOperator element) {
    budget.spend(length);
    ImmutableLongArray.Builder values = ImmutableLongArray.builder();
    for (int i = 0; i < length; i++) {
      values.add(element.applyAsInt(i));
    }
    return new Integers(values.build());
  }

  private <T extends Table> T required(byte type, T table) {
    return table(type, table).orElseThrow(() -> id.fault("the node has no options"));
  }

  private <T extends Table> Optional<T> table(byte type, T table) {
    byte found = operator.builtinOptionsType();
    if (found == BuiltinOptions.NONE) {
      return Optional.empty();
    }
    if (found != type) {
      throw id.fault("the node has options of another operator (kind " + (found & 0xFF) + ")");
    }
    return Optional.ofNullable(operator.builtinOptions(table)).map(_ -> table);
  }
}
