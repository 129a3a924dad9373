package org.qopt.cli.reduce.move;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Changes the elements that attributes hold. */
final class Constants {
  private Constants() {}

  /**
   * {@return an edit for each attribute with elements that {@code change} changes}
   *
   * @param change gives other elements of the same kind and shape, or the same
   */
  static List<Edit> edits(Draft draft, Function<Tensor, Tensor> change) {
    List<Edit> edits = new ArrayList<>();
    for (Operation operation : Programs.operations(draft)) {
      for (Map.Entry<String, Attribute> entry : operation.allAttributes().entries().entrySet()) {
        if (entry.getValue() instanceof DenseElementsAttr elements && elements.value().size() > 0) {
          Tensor changed = change.apply(elements.value());
          if (changed != elements.value()) {
            edits.add(
                () ->
                    operation.setAttribute(
                        entry.getKey(), new DenseElementsAttr(elements.type(), changed)));
          }
        }
      }
    }
    return edits;
  }

  /** {@return zeros of the kind and shape of {@code like}} */
  static Tensor zeros(Tensor like) {
    return Tensor.splat(like.shape(), Tensor.of(Shape.of(1), 0f).cast(like.kind()));
  }

  /** {@return as many times the first element} */
  static Tensor repeated(Tensor like) {
    return Tensor.splat(like.shape(), firstElement(like));
  }

  private static Tensor firstElement(Tensor like) {
    MemorySegment first = like.memory().asSlice(0, like.kind().bytes());
    return Tensor.mapped(like.kind(), Shape.of(1), first);
  }

  /** {@return the first elements of {@code tensor}, as many as {@code shape} has} */
  static Tensor first(Tensor tensor, Shape shape) {
    if (tensor.isSplat()) {
      return Tensor.splat(shape, firstElement(tensor));
    }
    MemorySegment elements = tensor.memory().asSlice(0, shape.elements() * tensor.kind().bytes());
    return Tensor.mapped(tensor.kind(), shape, elements);
  }
}
