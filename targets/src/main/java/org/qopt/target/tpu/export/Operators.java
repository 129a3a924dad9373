package org.qopt.target.tpu.export;

import org.tensorflow.lite.schema.BuiltinOperator;

/**
 * The operators that programs become. Each version is the lowest that has what is asked for:
 * runtimes refuse versions that they do not know, even where nothing new is used.
 */
final class Operators {
  static final Operator RESHAPE = new Operator(BuiltinOperator.RESHAPE, 1, "1.5.0");
  static final Operator BROADCAST_TO = new Operator(BuiltinOperator.BROADCAST_TO, 3, "2.5.0");
  static final Operator HARD_SWISH = new Operator(BuiltinOperator.HARD_SWISH, 1, "1.15.0");
  static final Operator RELU_N1_TO_1 = new Operator(BuiltinOperator.RELU_N1_TO_1, 1, "1.5.0");
  static final Operator RELU_0_TO_1 = new Operator(BuiltinOperator.RELU_0_TO_1, 1, "2.10.0");

  private Operators() {}

  static Operator conv2d(Width width, boolean grouped) {
    int code = BuiltinOperator.CONV_2D;
    if (grouped) {
      return new Operator(code, 6, "2.9.0");
    }
    return width.choose(new Operator(code, 3, "1.14.0"), new Operator(code, 4, "2.3.0"));
  }

  static Operator depthwiseConv2d(Width width) {
    int code = BuiltinOperator.DEPTHWISE_CONV_2D;
    return width.choose(new Operator(code, 3, "1.14.0"), new Operator(code, 5, "2.3.0"));
  }

  /** An activation came later than the bias. */
  static Operator transposeConv(Width width, boolean activated) {
    int code = BuiltinOperator.TRANSPOSE_CONV;
    return activated
        ? new Operator(code, 4, "2.13.0")
        : new Operator(code, 3, width.choose("2.3.0", "2.4.0"));
  }

  static Operator resizeNearest(Width width, boolean otherCoordinates) {
    int code = BuiltinOperator.RESIZE_NEAREST_NEIGHBOR;
    if (width == Width.INT16) {
      return new Operator(code, 4, "2.4.0");
    }
    return otherCoordinates ? new Operator(code, 3, "2.3.0") : new Operator(code, 2, "1.14.0");
  }

  static Operator resizeBilinear(Width width, boolean halfPixels) {
    int code = BuiltinOperator.RESIZE_BILINEAR;
    if (width == Width.INT16) {
      return new Operator(code, 4, "2.5.0");
    }
    return halfPixels ? new Operator(code, 3, "2.2.0") : new Operator(code, 2, "1.14.0");
  }

  static Operator gather(Width width) {
    int code = BuiltinOperator.GATHER;
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 4, "2.4.0"));
  }

  /** A product that keeps the number of dimensions is younger. */
  static Operator fullyConnected(Width width, boolean keepDims) {
    int code = BuiltinOperator.FULLY_CONNECTED;
    if (width == Width.INT16) {
      return new Operator(code, 7, "2.3.0");
    }
    return keepDims ? new Operator(code, 5, "2.0.0") : new Operator(code, 4, "1.14.0");
  }

  static Operator add(Width width) {
    int code = BuiltinOperator.ADD;
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 3, "2.4.0"));
  }

  static Operator sub(Width width) {
    int code = BuiltinOperator.SUB;
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 5, "2.4.0"));
  }

  /** A product that is scaled by 1 or more needs a kernel that shifts to the left. */
  static Operator mul(Width width, boolean enlarged) {
    int code = BuiltinOperator.MUL;
    if (width == Width.INT16) {
      return new Operator(code, 4, "2.3.0");
    }
    return enlarged ? new Operator(code, 3, "1.15.0") : new Operator(code, 2, "1.14.0");
  }

  static Operator averagePool2d(Width width) {
    return since23(width, BuiltinOperator.AVERAGE_POOL_2D);
  }

  static Operator maxPool2d(Width width) {
    return since23(width, BuiltinOperator.MAX_POOL_2D);
  }

  static Operator softmax(Width width) {
    return since23(width, BuiltinOperator.SOFTMAX);
  }

  static Operator logistic(Width width) {
    return since23(width, BuiltinOperator.LOGISTIC);
  }

  static Operator tanh(Width width) {
    return since23(width, BuiltinOperator.TANH);
  }

  static Operator concatenation(Width width) {
    return since23(width, BuiltinOperator.CONCATENATION);
  }

  static Operator mean(Width width) {
    int code = BuiltinOperator.MEAN;
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 3, "2.4.0"));
  }

  static Operator relu(Width width) {
    int code = BuiltinOperator.RELU;
    return width.choose(new Operator(code, 2, "2.1.0"), new Operator(code, 3, "2.5.0"));
  }

  static Operator relu6(Width width) {
    int code = BuiltinOperator.RELU6;
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 3, "2.5.0"));
  }

  static Operator maximum(Width width) {
    return bound(width, BuiltinOperator.MAXIMUM);
  }

  static Operator minimum(Width width) {
    return bound(width, BuiltinOperator.MINIMUM);
  }

  static Operator transpose(Width width, int rank) {
    int code = BuiltinOperator.TRANSPOSE;
    if (width == Width.INT16) {
      return new Operator(code, 5, "2.4.0");
    }
    return rank > 4 ? new Operator(code, 4, "2.3.0") : new Operator(code, 2, "1.14.0");
  }

  static Operator slice(Width width, int rank) {
    int code = BuiltinOperator.SLICE;
    if (rank > 4) {
      return new Operator(code, 5, "2.5.0");
    }
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 4, "2.4.0"));
  }

  static Operator stridedSlice(Width width, int rank) {
    int code = BuiltinOperator.STRIDED_SLICE;
    if (rank > 4) {
      return new Operator(code, 4, "2.2.0");
    }
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 1, "1.6.0"));
  }

  static Operator pad(Width width, int rank) {
    return pad(width, rank, BuiltinOperator.PAD);
  }

  static Operator padV2(Width width, int rank) {
    return pad(width, rank, BuiltinOperator.PADV2);
  }

  /** From one quantized type to another, or from float32 to a quantized type. */
  static Operator quantize(Width result) {
    int code = BuiltinOperator.QUANTIZE;
    return result.choose(new Operator(code, 1, "1.14.0"), new Operator(code, 2, "1.15.0"));
  }

  static Operator dequantize(Width width) {
    int code = BuiltinOperator.DEQUANTIZE;
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 3, "1.15.0"));
  }

  private static Operator pad(Width width, int rank, int code) {
    if (rank > 4) {
      return new Operator(code, 4, "2.6.0");
    }
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 3, "2.4.0"));
  }

  private static Operator bound(Width width, int code) {
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 4, "2.3.0"));
  }

  private static Operator since23(Width width, int code) {
    return width.choose(new Operator(code, 2, "1.14.0"), new Operator(code, 3, "2.3.0"));
  }
}
