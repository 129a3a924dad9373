package org.qopt.parser.onnx;

import com.google.common.collect.ImmutableMap;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.DivOp;
import org.qopt.dialect.nn.HardSwishOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.SigmoidOp;
import org.qopt.dialect.nn.SqrtOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.dialect.nn.TanhOp;

/** The operators that the reader knows. */
final class OnnxOperators {
  /** What imports each operator. */
  static final ImmutableMap<String, OnnxOperator> ALL =
      ImmutableMap.<String, OnnxOperator>builder()
          .put("Add", n -> Elementwise.binary(n, AddOp.DEF))
          .put("Sub", n -> Elementwise.binary(n, SubOp.DEF))
          .put("Mul", n -> Elementwise.binary(n, MulOp.DEF))
          .put("Div", n -> Elementwise.binary(n, DivOp.DEF))
          .put("Pow", Elementwise::power)
          .put("Sqrt", n -> Elementwise.unary(n, SqrtOp.DEF))
          .put("Relu", n -> Elementwise.unary(n, ReluOp.DEF))
          .put("Sigmoid", n -> Elementwise.unary(n, SigmoidOp.DEF))
          .put("Tanh", n -> Elementwise.unary(n, TanhOp.DEF))
          .put("HardSwish", n -> Elementwise.unary(n, HardSwishOp.DEF))
          .put("HardSigmoid", Elementwise::hardSigmoid)
          .put("Clip", Elementwise::clip)
          .put("Identity", Plumbing::identity)
          .put("Dropout", Plumbing::dropout)
          .put("Constant", Plumbing::constant)
          .put("Cast", Plumbing::cast)
          .put("Shape", Plumbing::shape)
          .put("QuantizeLinear", Quantization::quantize)
          .put("DequantizeLinear", Quantization::dequantize)
          .put("DynamicQuantizeLinear", Quantization::dynamic)
          .put("MatMulInteger", Quantization::dynamic)
          .put("ConvInteger", Quantization::dynamic)
          .put("Conv", Convolution::accept)
          .put("ConvTranspose", TransposedConvolution::accept)
          .put("Resize", Resizing::resize)
          .put("Upsample", Resizing::upsample)
          .put("MaxPool", Pooling::max)
          .put("AveragePool", Pooling::average)
          .put("GlobalAveragePool", Pooling::globalAverage)
          .put("BatchNormalization", Normalization::batch)
          .put("Softmax", Normalization::softmax)
          .put("ReduceMean", Normalization::reduceMean)
          .put("Gemm", Linear::gemm)
          .put("MatMul", Linear::matmul)
          .put("Reshape", Reshaping::reshape)
          .put("Flatten", Reshaping::flatten)
          .put("Squeeze", Reshaping::squeeze)
          .put("Unsqueeze", Reshaping::unsqueeze)
          .put("Transpose", Movement::transpose)
          .put("Concat", Movement::concat)
          .put("Pad", Movement::pad)
          .put("Slice", Selection::slice)
          .put("Gather", Selection::gather)
          .build();

  private OnnxOperators() {}

  /**
   * {@return what imports {@code node}}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if nothing does
   */
  static OnnxOperator of(OnnxNode node) {
    OnnxOperator operator = ALL.get(node.op());
    if (operator == null) {
      throw node.fault(
          "operator %s is not supported; supported are %s"
              .formatted(
                  node.printableOp(), String.join(", ", ALL.keySet().stream().sorted().toList())));
    }
    return operator;
  }
}
