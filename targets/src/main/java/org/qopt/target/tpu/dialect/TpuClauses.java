package org.qopt.target.tpu.dialect;

import com.google.common.math.LongMath;
import java.util.Optional;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.Clause;
import org.qopt.target.dialect.Scales;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.tpu.numerics.ActivationClamp;

/** The clauses that the operations of {@code tpu} share. */
final class TpuClauses {
  static final String SHAPE = ShapeClause.TEXT;
  static final String DERIVED = "the multiplier and its shift follow from the scales in the types";
  static final String BOUNDS = "the bounds of 'clamp' follow from 'activation' and the result";

  private TpuClauses() {}

  /** Checks that the result is cut to the interval of the activation. */
  static Optional<String> bounds(Operation operation) {
    String name = operation.required(TpuAttributes.ACTIVATION, StringAttr.class).value();
    ActivationClamp found = TpuAttributes.clamp(operation);
    int bits = Scales.bits(operation.result().type());
    Optional<DenseIntArrayAttr> written =
        operation.attribute(TpuAttributes.CLAMP, DenseIntArrayAttr.class);
    if (written.filter(bounds -> bounds.elementType().width() != bits).isPresent()) {
      return Optional.of("expected bounds of %d bits, but got %s".formatted(bits, written.get()));
    }
    if (name.equals(TpuAttributes.BOUNDED)) {
      return found.min() <= found.max()
          ? Optional.empty()
          : Optional.of(
              "expected bounds in order, but got "
                  + TpuAttributes.of(found, operation.result().type()));
    }
    ActivationClamp expected =
        TpuAttributes.interval(TpuAttributes.ACTIVATIONS.get(name), operation.result().type());
    return expected.equals(found)
        ? Optional.empty()
        : Optional.of(
            "expected 'clamp' to be %s, which is \"%s\" of the result's type, but got %s"
                .formatted(
                    TpuAttributes.of(expected, operation.result().type()),
                    name,
                    TpuAttributes.of(found, operation.result().type())));
  }

  /** {@return the check that the result has the shape that {@code rule} gives} */
  static Clause.Check shape(ShapeRule rule) {
    return ShapeClause.of(rule);
  }

  /**
   * Refuses types of other than 8 bits.
   *
   * @throws IllegalArgumentException always then
   */
  static void requireBytes(int bits) {
    if (bits != Byte.SIZE) {
      throw new IllegalArgumentException("there is one in 8 bits alone, and these have " + bits);
    }
  }

  /**
   * {@return why {@code count} integers of {@code bits} bits, each less a zero point, may not be
   * summed in 32, if they may not}
   */
  static Optional<String> sumRoom(long count, int bits) {
    return LongMath.saturatedMultiply(count, 1L << bits) <= Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(
            "sums %d integers of %d bits, of which 32 bits hold %d"
                .formatted(count, bits, Integer.MAX_VALUE >> bits));
  }
}
