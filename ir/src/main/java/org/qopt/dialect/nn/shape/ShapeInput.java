package org.qopt.dialect.nn.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;

/**
 * What a shape rule may look at.
 *
 * @param shapes the shapes of the operands
 * @param attributes the attributes, defaults filled in
 */
public record ShapeInput(List<Shape> shapes, DictionaryAttr attributes) {
  /**
   * {@return the shape of operand {@code index}}
   *
   * @throws InferenceException if there is no such operand
   */
  public Shape shape(int index) {
    if (index >= shapes.size()) {
      throw new InferenceException(
          "expected at least " + (index + 1) + " operands, but got " + shapes.size());
    }
    return shapes.get(index);
  }

  /**
   * {@return the shape of operand {@code index}, of {@code rank} dimensions}
   *
   * @throws InferenceException if it has another rank
   */
  public Shape shape(int index, int rank) {
    Shape shape = shape(index);
    if (shape.rank() != rank) {
      throw new InferenceException(
          "expected operand #%d to have rank %d, but got rank %d"
              .formatted(index, rank, shape.rank()));
    }
    return shape;
  }

  /** {@return the attribute {@code name}, {@code array<i64: ...>}} */
  public DenseIntArrayAttr array(String name) {
    return attribute(name, DenseIntArrayAttr.class);
  }

  /** {@return the attribute {@code name}, {@code array<i64: ...>}, if it is there} */
  public Optional<DenseIntArrayAttr> optionalArray(String name) {
    return attributes.find(name).map(_ -> array(name));
  }

  /**
   * {@return the attribute {@code name}, {@code array<i64: ...>} of {@code length} integers that
   * fit an {@code int}}
   *
   * @throws InferenceException if it is anything else or an integer is below {@code least}
   */
  public int[] ints(String name, int length, int least) {
    int[] values = ints(name);
    if (values.length != length || Arrays.stream(values).anyMatch(v -> v < least)) {
      throw new InferenceException(
          "expected '%s' of %d integers of at least %d, but got %s"
              .formatted(name, length, least, array(name)));
    }
    return values;
  }

  /** {@return the attribute {@code name}, any number of integers that fit an {@code int}} */
  public int[] ints(String name) {
    try {
      return array(name).toInts();
    } catch (ArithmeticException e) {
      throw outOfRange(name, array(name));
    }
  }

  /** {@return the attribute {@code name}, an integer that fits an {@code int}} */
  public int integer(String name) {
    IntegerAttr attribute = attribute(name, IntegerAttr.class);
    if (attribute.value().bitLength() > 31) {
      throw outOfRange(name, attribute);
    }
    return attribute.value().intValue();
  }

  private static InferenceException outOfRange(String name, Attribute found) {
    return new InferenceException(
        "expected '%s' to be below 2^31, but got %s".formatted(name, found));
  }

  /** {@return the attribute {@code name}, a boolean} */
  public boolean flag(String name) {
    return attribute(name, IntegerAttr.class).value().signum() != 0;
  }

  private <A extends Attribute> A attribute(String name, Class<A> kind) {
    return attributes
        .find(name)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(() -> new InferenceException("requires attribute '" + name + "'"));
  }
}
