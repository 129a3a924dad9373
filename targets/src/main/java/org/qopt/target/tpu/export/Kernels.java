package org.qopt.target.tpu.export;

import org.tensorflow.lite.schema.BuiltinOperator;

/**
 * The operators that programs become. Each version is the lowest that has what is asked for:
 * runtimes refuse versions that they do not know, even where nothing new is used.
 */
final class Kernels {
  static final Kernel RESHAPE = new Kernel(BuiltinOperator.RESHAPE, 1, "1.5.0");
  static final Kernel HARD_SWISH = new Kernel(BuiltinOperator.HARD_SWISH, 1, "1.15.0");
  static final Kernel RELU_N1_TO_1 = new Kernel(BuiltinOperator.RELU_N1_TO_1, 1, "1.5.0");
  static final Kernel RELU_0_TO_1 = new Kernel(BuiltinOperator.RELU_0_TO_1, 1, "2.10.0");

  private Kernels() {}

  static Kernel conv2d(Width width, boolean grouped) {
    int operator = BuiltinOperator.CONV_2D;
    if (grouped) {
      return new Kernel(operator, 6, "2.9.0");
    }
    return width.choose(new Kernel(operator, 3, "1.14.0"), new Kernel(operator, 4, "2.3.0"));
  }

  static Kernel depthwiseConv2d(Width width) {
    int operator = BuiltinOperator.DEPTHWISE_CONV_2D;
    return width.choose(new Kernel(operator, 3, "1.14.0"), new Kernel(operator, 5, "2.3.0"));
  }

  /** A product that keeps the number of dimensions is younger. */
  static Kernel fullyConnected(Width width, boolean keepDims) {
    int operator = BuiltinOperator.FULLY_CONNECTED;
    if (width == Width.INT16) {
      return new Kernel(operator, 7, "2.3.0");
    }
    return keepDims ? new Kernel(operator, 5, "2.0.0") : new Kernel(operator, 4, "1.14.0");
  }

  static Kernel add(Width width) {
    int operator = BuiltinOperator.ADD;
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 3, "2.4.0"));
  }

  static Kernel sub(Width width) {
    int operator = BuiltinOperator.SUB;
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 5, "2.4.0"));
  }

  /** A product that is scaled by 1 or more needs a kernel that shifts to the left. */
  static Kernel mul(Width width, boolean enlarged) {
    int operator = BuiltinOperator.MUL;
    if (width == Width.INT16) {
      return new Kernel(operator, 4, "2.3.0");
    }
    return enlarged ? new Kernel(operator, 3, "1.15.0") : new Kernel(operator, 2, "1.14.0");
  }

  static Kernel averagePool2d(Width width) {
    return since23(width, BuiltinOperator.AVERAGE_POOL_2D);
  }

  static Kernel maxPool2d(Width width) {
    return since23(width, BuiltinOperator.MAX_POOL_2D);
  }

  static Kernel softmax(Width width) {
    return since23(width, BuiltinOperator.SOFTMAX);
  }

  static Kernel logistic(Width width) {
    return since23(width, BuiltinOperator.LOGISTIC);
  }

  static Kernel tanh(Width width) {
    return since23(width, BuiltinOperator.TANH);
  }

  static Kernel concatenation(Width width) {
    return since23(width, BuiltinOperator.CONCATENATION);
  }

  static Kernel mean(Width width) {
    int operator = BuiltinOperator.MEAN;
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 3, "2.4.0"));
  }

  static Kernel relu(Width width) {
    int operator = BuiltinOperator.RELU;
    return width.choose(new Kernel(operator, 2, "2.1.0"), new Kernel(operator, 3, "2.5.0"));
  }

  static Kernel relu6(Width width) {
    int operator = BuiltinOperator.RELU6;
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 3, "2.5.0"));
  }

  static Kernel maximum(Width width) {
    return bound(width, BuiltinOperator.MAXIMUM);
  }

  static Kernel minimum(Width width) {
    return bound(width, BuiltinOperator.MINIMUM);
  }

  static Kernel transpose(Width width, int rank) {
    int operator = BuiltinOperator.TRANSPOSE;
    if (width == Width.INT16) {
      return new Kernel(operator, 5, "2.4.0");
    }
    return rank > 4 ? new Kernel(operator, 4, "2.3.0") : new Kernel(operator, 2, "1.14.0");
  }

  static Kernel slice(Width width, int rank) {
    int operator = BuiltinOperator.SLICE;
    if (rank > 4) {
      return new Kernel(operator, 5, "2.5.0");
    }
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 4, "2.4.0"));
  }

  static Kernel stridedSlice(Width width, int rank) {
    int operator = BuiltinOperator.STRIDED_SLICE;
    if (rank > 4) {
      return new Kernel(operator, 4, "2.2.0");
    }
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 1, "1.6.0"));
  }

  static Kernel pad(Width width, int rank) {
    return pad(width, rank, BuiltinOperator.PAD);
  }

  static Kernel padV2(Width width, int rank) {
    return pad(width, rank, BuiltinOperator.PADV2);
  }

  /** From one quantized type to another, or from float32 to a quantized type. */
  static Kernel quantize(Width result) {
    int operator = BuiltinOperator.QUANTIZE;
    return result.choose(new Kernel(operator, 1, "1.14.0"), new Kernel(operator, 2, "1.15.0"));
  }

  static Kernel dequantize(Width width) {
    int operator = BuiltinOperator.DEQUANTIZE;
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 3, "1.15.0"));
  }

  private static Kernel pad(Width width, int rank, int operator) {
    if (rank > 4) {
      return new Kernel(operator, 4, "2.6.0");
    }
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 3, "2.4.0"));
  }

  private static Kernel bound(Width width, int operator) {
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 4, "2.3.0"));
  }

  private static Kernel since23(Width width, int operator) {
    return width.choose(new Kernel(operator, 2, "1.14.0"), new Kernel(operator, 3, "2.3.0"));
  }
}
