package org.qopt.target.tpu.dialect;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.QuantizedMultiplier;
import org.qopt.target.tpu.numerics.Rounding;

/** The attributes that the operations of {@code tpu} share, to and from the numerics. */
public final class TpuAttributes {
  /** The name of the mantissas of what an accumulator is multiplied by. */
  public static final String MULTIPLIER = "multiplier";

  /** The name of their exponents. */
  public static final String SHIFT = "shift";

  /** The name of the kind of rounding. */
  public static final String ROUNDING = "rounding";

  /** The name of the interval that the result is cut to. */
  public static final String CLAMP = "clamp";

  /** The name of the activation that the interval follows from. */
  public static final String ACTIVATION = "activation";

  /** The activations whose interval follows from the type of the result. */
  static final ImmutableMap<String, Activation> ACTIVATIONS =
      ImmutableMap.of(
          "none", Activation.NONE,
          "relu", Activation.RELU,
          "relu6", Activation.RELU6,
          "relu_n1_to_1", Activation.RELU_N1_TO_1,
          "relu_0_to_1", Activation.RELU_0_TO_1);

  /** The activation of an interval of its own. */
  public static final String BOUNDED = "bounded";

  static final StringAttr NO_ACTIVATION = new StringAttr("none");

  static final AttributeConstraint ACTIVATION_NAMES =
      Attributes.oneOf(
          ImmutableSet.<String>builder().addAll(ACTIVATIONS.keySet()).add(BOUNDED).build());

  static final AttributeConstraint ROUNDINGS =
      Attributes.oneOf(
          Stream.of(Rounding.values()).map(Rounding::text).collect(Collectors.toUnmodifiableSet()));

  /** The kinds of rounding of operations with a single multiplier. */
  static final AttributeConstraint INT32_ROUNDING =
      Attributes.oneOf(Set.of(Rounding.DOUBLE.text(), Rounding.SINGLE.text()));

  static final AttributeConstraint I32 =
      new AttributeConstraint(
          "32-bit integer", a -> a instanceof IntegerAttr i && i.type().equals(IntegerType.I32));

  /** An integer as a tensor stores it. */
  static final AttributeConstraint STORED =
      new AttributeConstraint(
          "8- or 16-bit integer",
          a ->
              a instanceof IntegerAttr i
                  && (i.type().equals(IntegerType.I8) || i.type().equals(IntegerType.I16)));

  /** A 31-bit mantissa: 0 or 2^30 to 2^31-1 where it is normal, at least not negative. */
  static final AttributeConstraint MANTISSA =
      new AttributeConstraint(
          "32-bit integer of at least 0",
          a -> I32.accepts().test(a) && ((IntegerAttr) a).value().signum() >= 0);

  /** An exponent that an accumulator of 32 bits can be shifted by. */
  static final AttributeConstraint EXPONENT =
      new AttributeConstraint(
          "32-bit integer from -31 to 31",
          a -> I32.accepts().test(a) && Math.abs(((IntegerAttr) a).asLong()) <= 31);

  static final AttributeConstraint MANTISSAS =
      integers("array<i64: ...> of integers from 0 to 2^53-1", IntegerType.I64, 0, (1L << 53) - 1);

  static final AttributeConstraint EXPONENTS =
      integers("array<i32: ...> of integers from -900 to 900", IntegerType.I32, -900, 900);

  static final AttributeConstraint BOUNDS =
      new AttributeConstraint(
          "array<i8: least, largest> or array<i16: least, largest>",
          a ->
              a instanceof DenseIntArrayAttr array
                  && (array.elementType().equals(IntegerType.I8)
                      || array.elementType().equals(IntegerType.I16))
                  && array.values().length() == 2);

  private TpuAttributes() {}

  private static AttributeConstraint integers(
      String description, IntegerType type, long least, long most) {
    return new AttributeConstraint(
        description,
        a ->
            a instanceof DenseIntArrayAttr array
                && array.elementType().equals(type)
                && !array.values().isEmpty()
                && array.values().stream().allMatch(v -> v >= least && v <= most));
  }

  /** {@return the activation called {@code name}, which has an interval} */
  public static Activation activation(String name) {
    return ACTIVATIONS.get(name);
  }

  /** {@return the attribute for the interval that a result of type {@code result} is cut to} */
  public static DenseIntArrayAttr of(ActivationClamp clamp, Type result) {
    return new DenseIntArrayAttr(
        IntegerType.of(Scales.bits(result)), ImmutableLongArray.of(clamp.min(), clamp.max()));
  }

  /** {@return the name of an activation with this interval, of all that have it the first} */
  public static String name(ActivationClamp clamp, Type result) {
    return ACTIVATIONS.entrySet().stream()
        .filter(entry -> interval(entry.getValue(), result).equals(clamp))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(BOUNDED);
  }

  /** {@return all that a result of type {@code result} can hold} */
  public static ActivationClamp full(Type result) {
    return Scales.bits(result) == Byte.SIZE ? ActivationClamp.FULL : ActivationClamp.FULL16;
  }

  /** {@return the interval of an activation for a result of type {@code result}} */
  public static ActivationClamp interval(Activation activation, Type result) {
    return full(result)
        .within(activation.min(), activation.max(), Scales.scale(result), Scales.zeroPoint(result));
  }

  /**
   * {@return the interval that the result of {@code operation} is cut to}; all that it can hold if
   * none is written
   */
  public static ActivationClamp clamp(Operation operation) {
    return operation
        .attribute(CLAMP, DenseIntArrayAttr.class)
        .map(DenseIntArrayAttr::toInts)
        .map(bounds -> new ActivationClamp(bounds[0], bounds[1]))
        .orElseGet(() -> full(operation.result().type()));
  }

  static DenseIntArrayAttr multipliers(AccumulatorScaling scaling) {
    return new DenseIntArrayAttr(
        IntegerType.I64, ImmutableLongArray.copyOf(scaling.multipliers().toArray()));
  }

  static DenseIntArrayAttr shifts(AccumulatorScaling scaling) {
    return DenseIntArrayAttr.i32(scaling.shifts().toArray());
  }

  /** {@return what the accumulators of {@code operation} are multiplied by} */
  public static AccumulatorScaling scaling(Operation operation) {
    return AccumulatorScaling.of(
        rounding(operation),
        operation.required(MULTIPLIER, DenseIntArrayAttr.class).values().toArray(),
        operation.required(SHIFT, DenseIntArrayAttr.class).toInts());
  }

  /** {@return how the results of {@code operation} are rounded} */
  public static Rounding rounding(Operation operation) {
    return Rounding.of(operation.required(ROUNDING, StringAttr.class).value());
  }

  static Attribute mantissa(QuantizedMultiplier multiplier) {
    return IntegerAttr.i32(multiplier.multiplier());
  }

  static Attribute exponent(QuantizedMultiplier multiplier) {
    return IntegerAttr.i32(multiplier.shift());
  }

  /** {@return the multiplier whose mantissa and exponent are the attributes of these names} */
  public static QuantizedMultiplier multiplier(
      Operation operation, String mantissa, String exponent) {
    return new QuantizedMultiplier(
        integer(operation, mantissa),
        integer(operation, exponent),
        operation.def().orElseThrow().declares(ROUNDING) ? rounding(operation) : Rounding.DOUBLE);
  }

  /** {@return the attribute {@code name}, an integer that fits an {@code int}} */
  public static int integer(Operation operation, String name) {
    return Math.toIntExact(operation.required(name, IntegerAttr.class).asLong());
  }
}
