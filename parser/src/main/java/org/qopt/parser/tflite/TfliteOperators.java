package org.qopt.parser.tflite;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.AvgPool2dOp;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.DivOp;
import org.qopt.dialect.nn.HardSwishOp;
import org.qopt.dialect.nn.MaxPool2dOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.PowOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.SigmoidOp;
import org.qopt.dialect.nn.SoftmaxOp;
import org.qopt.dialect.nn.SqrtOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.dialect.nn.TanhOp;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.parser.model.Attrs;
import org.tensorflow.lite.schema.BuiltinOperator;

/** The operators that the reader knows. */
final class TfliteOperators {
  /** What imports each builtin operator. */
  static final ImmutableMap<Integer, TfliteOperator> ALL =
      ImmutableMap.<Integer, TfliteOperator>builder()
          .put(BuiltinOperator.CONV_2D, WindowOperators::convolution)
          .put(BuiltinOperator.DEPTHWISE_CONV_2D, WindowOperators::depthwise)
          .put(BuiltinOperator.TRANSPOSE_CONV, TransposedWindowOperator::accept)
          .put(BuiltinOperator.RESIZE_BILINEAR, ResizeOperators::bilinear)
          .put(BuiltinOperator.RESIZE_NEAREST_NEIGHBOR, ResizeOperators::nearest)
          .put(BuiltinOperator.AVERAGE_POOL_2D, n -> WindowOperators.pool(n, AvgPool2dOp.DEF))
          .put(BuiltinOperator.MAX_POOL_2D, n -> WindowOperators.pool(n, MaxPool2dOp.DEF))
          .put(BuiltinOperator.FULLY_CONNECTED, FullyConnectedOperator::accept)
          .put(BuiltinOperator.ADD, n -> arithmetic(n, AddOp.DEF))
          .put(BuiltinOperator.SUB, n -> arithmetic(n, SubOp.DEF))
          .put(BuiltinOperator.MUL, n -> arithmetic(n, MulOp.DEF))
          .put(BuiltinOperator.DIV, n -> arithmetic(n, DivOp.DEF))
          .put(BuiltinOperator.RELU, n -> unary(n, ReluOp.DEF))
          .put(BuiltinOperator.RELU6, n -> unary(n, Relu6Op.DEF))
          .put(BuiltinOperator.RELU_N1_TO_1, TfliteOperators::reluN1To1)
          .put(BuiltinOperator.LOGISTIC, n -> unary(n, SigmoidOp.DEF))
          .put(BuiltinOperator.TANH, n -> unary(n, TanhOp.DEF))
          .put(BuiltinOperator.SQRT, n -> unary(n, SqrtOp.DEF))
          .put(BuiltinOperator.POW, TfliteOperators::power)
          .put(BuiltinOperator.HARD_SWISH, n -> unary(n, HardSwishOp.DEF))
          .put(BuiltinOperator.SOFTMAX, TfliteOperators::softmax)
          .put(BuiltinOperator.QUANTIZE, QuantizationOperators::quantize)
          .put(BuiltinOperator.DEQUANTIZE, QuantizationOperators::dequantize)
          .put(BuiltinOperator.FAKE_QUANT, QuantizationOperators::fakeQuantize)
          .put(BuiltinOperator.RESHAPE, ShapeOperators::reshape)
          .put(BuiltinOperator.SQUEEZE, ShapeOperators::squeeze)
          .put(BuiltinOperator.EXPAND_DIMS, ShapeOperators::expandDims)
          .put(BuiltinOperator.TRANSPOSE, MovementOperators::transpose)
          .put(BuiltinOperator.CONCATENATION, MovementOperators::concatenation)
          .put(BuiltinOperator.PAD, MovementOperators::pad)
          .put(BuiltinOperator.PADV2, MovementOperators::pad)
          .put(BuiltinOperator.MEAN, MovementOperators::mean)
          .put(BuiltinOperator.SLICE, SliceOperators::slice)
          .put(BuiltinOperator.STRIDED_SLICE, SliceOperators::stridedSlice)
          .build();

  private TfliteOperators() {}

  /**
   * {@return what imports {@code node}}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if nothing does
   */
  static TfliteOperator of(TfliteNode node) {
    TfliteOperator operator = ALL.get(node.code());
    if (operator == null) {
      throw node.id()
          .fault(
              "operator %s is not supported; supported are %s"
                  .formatted(
                      node.id().op(),
                      String.join(
                          ", ",
                          ALL.keySet().stream().map(BuiltinOperator::name).sorted().toList())));
    }
    return operator;
  }

  private static void arithmetic(NodeImport node, OpDef def) {
    node.requireInputs(2, 2);
    node.finish(
        def, node.allInputs(), new Attrs(), node.options(TfliteOptions.Fused.class).activation());
  }

  private static void power(NodeImport node) {
    node.requireInputs(2, 2);
    node.finish(PowOp.DEF, node.allInputs(), DictionaryAttr.EMPTY);
  }

  private static void unary(NodeImport node, OpDef def) {
    node.requireInputs(1, 1);
    node.finish(def, node.allInputs(), DictionaryAttr.EMPTY);
  }

  private static void reluN1To1(NodeImport node) {
    node.requireInputs(1, 1);
    node.finish(ClampOp.DEF, node.allInputs(), new Attrs().f32("min", -1).f32("max", 1).build());
  }

  private static void softmax(NodeImport node) {
    node.requireInputs(1, 1);
    float beta = node.options(TfliteOptions.Softmax.class).beta();
    node.finish(SoftmaxOp.DEF, List.of(node.input(0)), new Attrs().f32("beta", beta).build());
  }
}
