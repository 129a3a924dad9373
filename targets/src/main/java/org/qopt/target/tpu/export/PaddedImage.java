package org.qopt.target.tpu.export;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.tensorflow.lite.schema.Padding;

/**
 * An image as an operator takes it: with the name of its padding, or padded before if there is no
 * name for it.
 *
 * @param tensor the number of the tensor
 * @param padding a constant of {@link Padding}
 */
record PaddedImage(int tensor, byte padding) {
  /**
   * {@return the first operand of {@code operation}}
   *
   * @param stored the integer that padding holds
   */
  static PaddedImage of(Operation operation, ModelGraph graph, Window2d window, int stored) {
    Value image = operation.operand(0);
    TensorType type = (TensorType) image.type();
    Shape shape = type.shape();
    Optional<Byte> named = WindowPadding.of(window, shape.size(1), shape.size(2));
    if (named.isPresent()) {
      return new PaddedImage(graph.tensor(image), named.get());
    }
    Window1d rows = window.rows();
    Window1d columns = window.columns();
    TensorType padded =
        type.withShape(
            shape
                .with(1, shape.dim(1) + rows.padBefore() + rows.padAfter())
                .with(2, shape.dim(2) + columns.padBefore() + columns.padAfter()));
    int tensor = graph.part(operation.result(), "padded", padded);
    int[] padding = {
      0, 0, rows.padBefore(), rows.padAfter(), columns.padBefore(), columns.padAfter(), 0, 0
    };
    Pads.add(graph, operation.result(), graph.tensor(image), tensor, padded, padding, stored);
    return new PaddedImage(tensor, Padding.VALID);
  }
}
