package org.qopt.dialect.nn.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.op.TypeInference;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.UnrankedTensorType;

/** The shape of the only result as a pure function of the operands' shapes and the attributes. */
@FunctionalInterface
public interface ShapeRule {
  /**
   * {@return the shape of the result; a dimension is dynamic where the operands' leave it open}
   *
   * @throws InferenceException if the operands do not fit together
   */
  Shape result(ShapeInput input);

  /**
   * {@return the inference of a result with this shape and the element type of the first operand;
   * unranked if an operand is}
   */
  static TypeInference inference(ShapeRule rule) {
    return input -> {
      if (input.operandTypes().isEmpty()) {
        throw new InferenceException("expected at least one operand");
      }
      Optional<List<Shape>> shapes = shapes(input);
      var element = input.elementType(0);
      return List.of(
          shapes.isEmpty()
              ? new UnrankedTensorType(element)
              : TensorType.of(
                  rule.result(new ShapeInput(shapes.get(), input.attributes())), element));
    };
  }

  /** {@return the shapes of all operands, or empty if one is unranked} */
  static Optional<List<Shape>> shapes(InferenceInput input) {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < input.operandTypes().size(); i++) {
      Optional<TensorType> type = input.tensor(i);
      if (type.isPresent()) {
        shapes.add(type.get().shape());
      }
    }
    return shapes.size() == input.operandTypes().size() ? Optional.of(shapes) : Optional.empty();
  }
}
