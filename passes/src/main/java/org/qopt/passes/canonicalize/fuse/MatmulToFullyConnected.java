package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.MatmulOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.passes.match.Constants;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A product with a constant matrix is a fully connected layer.
 *
 * {@snippet lang=qir :
 * %y = nn.matmul %x, %b : tensor<?x2xf32>   // %b a constant : tensor<200x2xf32>
 * // becomes
 * %y = nn.fully_connected %x, %w : tensor<?x2xf32>   // %w the transposed : tensor<2x200xf32>
 * }
 */
public record MatmulToFullyConnected() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(MatmulOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    MatmulOp matmul = new MatmulOp(root);
    Optional<Value> filter = filter(matmul.b(), rewriter.builder());
    if (filter.isEmpty()) {
      return PatternResult.noMatch("the right operand is no constant matrix");
    }
    FullyConnectedOp connected =
        FullyConnectedOp.create(
            rewriter.builder(),
            root.location(),
            matmul.a(),
            filter.get(),
            Optional.empty(),
            Activation.NONE);
    rewriter.replace(root, connected.operation());
    return PatternResult.REWRITTEN;
  }

  /** {@return the transposed of a constant matrix, which may be dequantized from integers} */
  private static Optional<Value> filter(Value matrix, OpBuilder builder) {
    Optional<Value> stored =
        matrix.definingOp().filter(op -> op.is(DequantizeCastOp.DEF)).map(op -> op.operand(0));
    if (stored.isPresent()) {
      return constant(stored.get(), builder).map(value -> dequantized(value, matrix, builder));
    }
    return Constants.floats(matrix).flatMap(_ -> constant(matrix, builder));
  }

  private static Optional<Value> constant(Value matrix, OpBuilder builder) {
    Optional<Tensor> elements =
        ConstantElements.of(matrix).filter(tensor -> tensor.shape().rank() == 2);
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    DenseElementsAttr transposed = DenseElementsAttr.of(transposed(elements.get()));
    Type element = ((TensorType) matrix.type()).elementType();
    return Optional.of(
        ConstantOp.create(
                builder,
                matrix.location(),
                transposed,
                TensorType.of(transposed.value().shape(), transposed(element)))
            .operation()
            .result());
  }

  private static Value dequantized(Value stored, Value matrix, OpBuilder builder) {
    Type real =
        ((TensorType) stored.type()).withElementType(((TensorType) matrix.type()).elementType());
    return DequantizeCastOp.create(builder, matrix.location(), stored, real).operation().result();
  }

  private static Type transposed(Type element) {
    return element instanceof UniformQuantizedPerAxisType many
        ? new UniformQuantizedPerAxisType(
            many.storage(), many.expressed(), 1 - many.axis(), many.scales(), many.zeroPoints())
        : element;
  }

  private static Tensor transposed(Tensor matrix) {
    int rows = matrix.shape().size(0);
    int columns = matrix.shape().size(1);
    boolean real = matrix.kind().isFloat();
    float[] floats = new float[real ? rows * columns : 0];
    int[] integers = new int[real ? 0 : rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int from = r * columns + c;
        int to = c * rows + r;
        if (real) {
          floats[to] = (float) matrix.real(from);
        } else {
          integers[to] = (int) matrix.integer(from);
        }
      }
    }
    Shape shape = Shape.of(columns, rows);
    return (real ? Tensor.of(shape, floats) : Tensor.of(shape, integers)).cast(matrix.kind());
  }
}
