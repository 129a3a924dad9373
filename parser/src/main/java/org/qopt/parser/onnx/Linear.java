package org.qopt.parser.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.MatmulOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** Products of matrices. One by a constant matrix is {@code nn.fully_connected}. */
final class Linear {
  private Linear() {}

  static void matmul(OnnxNode node) {
    node.requireInputs(2, 2);
    OnnxValue weights = node.input(1);
    boolean matrix = weights.constant().isPresent() && node.shape(1).rank() == 2;
    if (matrix && node.shape(0).rank() >= 2) {
      node.finish(
          node.create(
              FullyConnectedOp.DEF,
              List.of(node.modelInput(0), node.forms().permuted(weights, 1, 0)),
              DictionaryAttr.EMPTY));
      return;
    }
    if (node.shape(0).rank() < 2 || node.shape(1).rank() < 2) {
      throw node.fault("products with vectors are not supported; only with matrices");
    }
    node.finish(
        node.create(
            MatmulOp.DEF, List.of(node.modelInput(0), node.modelInput(1)), DictionaryAttr.EMPTY));
  }

  static void gemm(OnnxNode node) {
    node.requireInputs(2, 3);
    if (node.shape(0).rank() != 2 || node.shape(1).rank() != 2) {
      throw node.fault(
          "the operands are matrices, but got [%s] and [%s]"
              .formatted(node.shape(0), node.shape(1)));
    }
    List<Value> operands = new ArrayList<>();
    operands.add(
        node.attributes().integer("transA", 0) == 0
            ? node.modelInput(0)
            : transposed(node, node.modelInput(0)));
    operands.add(weights(node));
    Optional<Value> bias = bias(node);
    bias.ifPresent(operands::add);
    if (!node.has(2) || bias.isPresent()) {
      node.finish(node.create(FullyConnectedOp.DEF, operands, DictionaryAttr.EMPTY));
      return;
    }
    Value product =
        node.createPart("product", FullyConnectedOp.DEF, operands, DictionaryAttr.EMPTY);
    Value addend = scaled(node, node.modelInput(2), node.attributes().real("beta", 1), "beta");
    node.finish(node.create(AddOp.DEF, List.of(product, addend), DictionaryAttr.EMPTY));
  }

  private static Value transposed(OnnxNode node, Value matrix) {
    return node.createPart(
        "transposed",
        TransposeOp.DEF,
        List.of(matrix),
        new Attrs().ints("permutation", 1, 0).build());
  }

  // The weights as rows of outputs, with alpha in them.
  private static Value weights(OnnxNode node) {
    OnnxValue weights = node.input(1);
    boolean rows = node.attributes().integer("transB", 0) != 0;
    float alpha = node.attributes().real("alpha", 1);
    if (alpha == 1) {
      return rows ? node.forms().model(weights) : node.forms().permuted(weights, 1, 0);
    }
    if (weights.constant().isPresent() && weights.constant().get().kind() == ElementKind.F32) {
      Tensor elements = scaled(node, weights.constant().get(), alpha);
      return node.forms()
          .program()
          .constant(weights.location(), rows ? elements : node.forms().permuted(elements, 1, 0));
    }
    Value matrix = rows ? node.modelInput(1) : transposed(node, node.modelInput(1));
    return scaled(node, matrix, alpha, "alpha");
  }

  private static Value scaled(OnnxNode node, Value value, float factor, String name) {
    if (factor == 1) {
      return value;
    }
    Value constant =
        node.forms().program().constant(NameLocation.of(name), Tensor.of(Shape.of(), factor));
    return node.createPart(
        "times_" + name, MulOp.DEF, List.of(value, constant), DictionaryAttr.EMPTY);
  }

  /** {@return the addend, times beta, if it is one constant for each output} */
  private static Optional<Value> bias(OnnxNode node) {
    if (!node.has(2) || node.input(2).constant().isEmpty()) {
      return Optional.empty();
    }
    Tensor elements = node.input(2).constant().get();
    long outputs = node.shape(1).dim(node.attributes().integer("transB", 0) != 0 ? 0 : 1);
    Shape shape = elements.shape();
    boolean vector = shape.rank() == 1 || shape.rank() == 2 && shape.dim(0) == 1;
    if (!vector || elements.size() != outputs || elements.kind() != ElementKind.F32) {
      return Optional.empty();
    }
    float beta = node.attributes().real("beta", 1);
    if (beta == 1 && shape.rank() == 1) {
      return Optional.of(node.modelInput(2));
    }
    Tensor scaled = scaled(node, elements, beta).reshaped(Shape.of(outputs));
    return Optional.of(node.forms().program().constant(node.input(2).location(), scaled));
  }

  private static Tensor scaled(OnnxNode node, Tensor elements, float factor) {
    if (factor == 1) {
      return elements;
    }
    node.forms().spend(elements);
    float[] result = new float[Math.toIntExact(elements.size())];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) elements.real(i) * factor;
    }
    return Tensor.of(elements.shape(), result);
  }
}
