package org.qopt.ir.attribute;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.stream.Collectors;
import org.qopt.ir.print.FloatText;
import org.qopt.ir.type.FloatType;

/**
 * A list of floating-point numbers: {@code array<f32: 0.5, 1.0>}.
 *
 * @param elementType the type of each
 * @param values the numbers
 */
public record DenseFloatArrayAttr(FloatType elementType, ImmutableDoubleArray values)
    implements Attribute {
  @Override
  public String toString() {
    if (values.isEmpty()) {
      return "array<" + elementType + ">";
    }
    return values.stream()
        .mapToObj(value -> FloatText.of(value, elementType))
        .collect(Collectors.joining(", ", "array<" + elementType + ": ", ">"));
  }
}
