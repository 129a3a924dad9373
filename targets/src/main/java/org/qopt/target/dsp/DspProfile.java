package org.qopt.target.dsp;

import static org.qopt.dialect.bfp.BlockRounding.HALF_EVEN;
import static org.qopt.dialect.bfp.BlockRounding.HALF_UP;
import static org.qopt.dialect.bfp.Saturation.SYMMETRIC;
import static org.qopt.dialect.bfp.ScaleChoice.FLOOR;
import static org.qopt.dialect.bfp.ScaleChoice.NEAREST;

import com.google.common.collect.ImmutableList;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.ScaleChoice;
import org.qopt.dialect.bfp.Sharing;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.ResultRule;

/**
 * What the target can hold and compute.
 *
 * @param quant how values are stored, and which operations there are
 * @param accumulator the width of accumulators in bits, 32 or 40
 */
public record DspProfile(QuantProfile quant, int accumulator) {
  /** The target's name. */
  public static final String NAME = "dsp";

  /** The exponent with which 1 is stored exactly in 16 bits. */
  private static final int UNIT = -14;

  /**
   * In the manner of XMOS's vector unit: 16 bits, exponents shared by whole tensors and known from
   * calibration, sums in 40 bits.
   */
  public static final DspProfile DSP16 =
      new DspProfile(
          QuantProfile.of(
              "dsp16",
              type(16, new PerTensor(), Exponents.UNDECIDED, HALF_UP, FLOOR),
              type(16, new PerTensor(), Exponents.UNDECIDED, HALF_UP, FLOOR),
              type(32, new PerTensor(), Exponents.UNDECIDED, HALF_UP, FLOOR),
              DspRules.of(new ResultRule.Fixed(Math.scalb(1f, UNIT), 0)),
              DspRules.ALTERNATIVES),
          40);

  /** 8 bits, exponents shared by 16 neighbours and found when the program runs. */
  public static final DspProfile DSP8_BLOCK16 = blocks("dsp8-block16", 16, HALF_UP, NEAREST);

  /**
   * MXINT8 of the OCP Microscaling formats: 8 bits, exponents of 8 bits shared by 32 neighbours,
   * the largest magnitude's logarithm rounded down, mantissas to nearest, halves to even.
   */
  public static final DspProfile MXINT8 = blocks("mxint8", 32, HALF_EVEN, FLOOR);

  /** All profiles, the default first. */
  public static final ImmutableList<DspProfile> ALL = ImmutableList.of(DSP16, DSP8_BLOCK16, MXINT8);

  private static DspProfile blocks(
      String name, int size, BlockRounding rounding, ScaleChoice scale) {
    BlockType values = type(8, new PerBlock(size), Exponents.DYNAMIC, rounding, scale);
    BlockType bias = type(16, new PerTensor(), Exponents.UNDECIDED, rounding, scale);
    return new DspProfile(
        QuantProfile.of(
            name, values, values, bias, DspRules.of(ResultRule.FREE), DspRules.ALTERNATIVES),
        32);
  }

  private static BlockType type(
      int bits, Sharing sharing, Exponents exponents, BlockRounding rounding, ScaleChoice scale) {
    return new BlockType(bits, sharing, exponents, rounding, SYMMETRIC, scale);
  }

  /** {@return all profiles as what other rooms know} */
  public static ImmutableList<QuantProfile> quantProfiles() {
    return ALL.stream().map(DspProfile::quant).collect(ImmutableList.toImmutableList());
  }

  /** {@return the one of {@link #ALL} that is {@code quant}} */
  public static DspProfile of(QuantProfile quant) {
    return ALL.stream().filter(profile -> profile.quant().equals(quant)).findFirst().orElseThrow();
  }
}
