package org.qopt.quantize;

import java.util.OptionalInt;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.dialect.bfp.Sharing.PerChannel;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.type.DialectType;
import org.qopt.ir.type.FloatType;

/** How a target stores the numbers that stand for reals. */
public sealed interface NumberFormat {
  /**
   * Integers, with a scale and a zero point: one for an activation, a scale a channel and zero
   * point 0 for weights and biases.
   *
   * @param storage the integers
   * @param whole whether all channels of weights have one scale
   */
  record Affine(StorageType storage, boolean whole) implements NumberFormat {
    /** Integers with a scale for each channel of weights. */
    public Affine(StorageType storage) {
      this(storage, false);
    }

    @Override
    public DialectType undecided(OptionalInt axis) {
      return new AnyQuantizedType(storage, FloatType.F32);
    }

    @Override
    public OptionalInt markedAxis(OptionalInt axis) {
      return whole ? OptionalInt.empty() : axis;
    }

    @Override
    public DialectType fixed(ResultRule.Fixed parameters) {
      return UniformQuantizedType.of(storage, parameters.scale(), parameters.zeroPoint());
    }

    @Override
    public ResultRule.Fixed parameters(ValueRange range) {
      UniformQuantizedType type = AffineParameters.of(range, storage);
      return new ResultRule.Fixed(type.scale32(), type.zeroPoint());
    }

    @Override
    public String precision() {
      return (storage.signed() ? "int" : "uint") + storage.width();
    }

    @Override
    public String toString() {
      return storage.toString();
    }
  }

  /**
   * Mantissas that share exponents, which are dynamic or left to calibration. Where each channel of
   * weights has its own, the axis in the type stands for that of the operation's output channels.
   *
   * @param type the type, its exponents not decided
   */
  record Block(BlockType type) implements NumberFormat {
    @Override
    public NumberFormat apart() {
      return type.sharing() instanceof PerBlock
          ? new Block(type.with(Exponents.UNDECIDED).sharedBy(new PerChannel(0)))
          : this;
    }

    @Override
    public DialectType undecided(OptionalInt axis) {
      return type.sharing() instanceof PerChannel && axis.isPresent()
          ? type.sharedBy(new PerChannel(axis.getAsInt()))
          : type;
    }

    @Override
    public OptionalInt markedAxis(OptionalInt axis) {
      return OptionalInt.empty();
    }

    @Override
    public DialectType fixed(ResultRule.Fixed parameters) {
      return type.isDynamic()
          ? type
          : type.with(Exponents.Static.of(Math.getExponent(parameters.scale())));
    }

    @Override
    public ResultRule.Fixed parameters(ValueRange range) {
      // Dynamic exponents follow from the numbers alone.
      int exponent = type.isDynamic() ? 0 : BlockExponents.of(range, type);
      return new ResultRule.Fixed(Math.scalb(1f, exponent), 0);
    }

    @Override
    public String precision() {
      return "bfp" + type.bits();
    }

    @Override
    public String toString() {
      return type.toString();
    }
  }

  /** {@return the same, but each channel by itself where neighbours share exponents} */
  default NumberFormat apart() {
    return this;
  }

  /**
   * {@return the type that a value is marked with before its parameters are decided}
   *
   * @param axis that of the output channels, for weights
   */
  DialectType undecided(OptionalInt axis);

  /** {@return the axis that weights are marked with, where it does not stand in the type} */
  OptionalInt markedAxis(OptionalInt axis);

  /** {@return the type with parameters that an operation prescribes} */
  DialectType fixed(ResultRule.Fixed parameters);

  /** {@return the parameters that follow from a range} */
  ResultRule.Fixed parameters(ValueRange range);

  /** {@return how it is called in messages: {@code int8} for 8-bit storage} */
  String precision();
}
