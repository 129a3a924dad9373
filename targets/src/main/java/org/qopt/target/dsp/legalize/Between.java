package org.qopt.target.dsp.legalize;

import java.util.Arrays;
import java.util.List;
import org.qopt.dialect.bfp.BlockConstantOp;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dsp.dialect.AddOp;
import org.qopt.target.dsp.dialect.MulOp;
import org.qopt.target.dsp.dialect.Sums;

/**
 * Places along an axis of an image, between two of its pixels each: the sum of both, weighted by 1
 * less their distance in 14 fraction bits, so that 1 is exact. Products have 16 bits whatever the
 * profile: their sum is rounded once more, and nothing else is.
 *
 * @param axis the axis
 * @param places where each pixel of the result lies
 * @param accumulator the width of accumulators
 */
record Between(int axis, float[] places, int accumulator) {
  private static final int FRACTION = 14;
  private static final int ONE = 1 << FRACTION;
  private static final int BITS = 16;

  /** {@return numbers as those of {@code type}, of 16 bits} */
  static BlockType finer(BlockType type) {
    Exponents exponents =
        type.isDynamic()
            ? type.exponents()
            : Exponents.Static.of(type.exponent() - (BITS - type.bits()));
    return new BlockType(
        BITS, type.sharing(), exponents, type.rounding(), type.saturation(), type.scale());
  }

  /** {@return whether the pixels of {@code image} stay what they are} */
  boolean keeps(Value image) {
    float[] all = new float[size(image)];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return Arrays.equals(places, all);
  }

  private int size(Value image) {
    return ((TensorType) image.type()).shape().size(axis);
  }

  /** {@return {@code image} at these places, as {@code result}} */
  Value apply(OpBuilder builder, Location location, Value image, TensorType result) {
    int[] before = new int[places.length];
    int[] behind = new int[places.length];
    int[] weights = new int[places.length];
    int last = size(image) - 1;
    for (int i = 0; i < before.length; i++) {
      before[i] = (int) places[i];
      behind[i] = Math.min(before[i] + 1, last);
      weights[i] = Math.round((places[i] - before[i]) * ONE);
    }
    TensorType products = result.withElementType(finer(DspOps.value(result)));
    Location first = ValueNames.part(location, "before");
    Location second = ValueNames.part(location, "behind");
    Value near = product(builder, first, image, before, rest(weights), products);
    Value far = product(builder, second, image, behind, weights, products);
    return DspOps.of(AddOp.DEF)
        .accumulating(accumulator, Sums.bound(List.of(near.type(), far.type())), LegalizeSum.GUARD)
        .deriving(Sums.DERIVATION)
        .build(builder, location, result, List.of(near, far));
  }

  private static int[] rest(int[] weights) {
    return Arrays.stream(weights).map(weight -> ONE - weight).toArray();
  }

  private Value product(
      OpBuilder builder,
      Location location,
      Value image,
      int[] taken,
      int[] weights,
      TensorType result) {
    Location part = ValueNames.part(location, "pixels");
    Value pixels = Pixels.along(image, axis, taken).build(builder, part);
    Value factors = factors(builder, ValueNames.part(location, "weights"), weights, result);
    return DspOps.of(MulOp.DEF)
        .deriving(MulOp.DERIVATION)
        .build(builder, location, result, List.of(pixels, factors));
  }

  private Value factors(OpBuilder builder, Location location, int[] weights, TensorType result) {
    Shape shape = axis == 1 ? Shape.of(1, weights.length, 1, 1) : Shape.of(1, 1, weights.length, 1);
    BlockType numbers = DspOps.value(result);
    BlockType type =
        new BlockType(
            BITS,
            new PerTensor(),
            Exponents.Static.of(-FRACTION),
            numbers.rounding(),
            numbers.saturation(),
            numbers.scale());
    Tensor mantissas = Tensor.of(shape, weights).cast(ElementKind.I16);
    return BlockConstantOp.create(builder, location, mantissas, TensorType.of(shape, type))
        .operation()
        .result();
  }
}
