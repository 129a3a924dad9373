package org.qopt.quantize.recipe;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Saturation;
import org.qopt.dialect.bfp.ScaleChoice;
import org.qopt.quantize.ValueRange;

/** Something that a rule asks for. Its text is what stands in a file. */
public sealed interface Setting {
  /**
   * Whether the operation that computes the value stays float.
   *
   * @param on whether it does
   */
  record KeepFloat(boolean on) implements Setting {
    @Override
    public String toString() {
      return "float = " + on;
    }
  }

  /**
   * The range that parameters follow from, in the place of the calibrated one.
   *
   * @param range the range
   */
  record Range(ValueRange range) implements Setting {
    @Override
    public String toString() {
      return "range = " + range;
    }
  }

  /**
   * How wide integers are.
   *
   * @param bits their bits
   */
  record Storage(int bits) implements Setting {
    @Override
    public String toString() {
      return "storage = \"i" + bits + '"';
    }
  }

  /**
   * Which elements have parameters in common.
   *
   * @param sharing which; the axis of channels is that of the operation's output channels
   */
  record Shared(org.qopt.dialect.bfp.Sharing sharing) implements Setting {
    @Override
    public String toString() {
      String text = sharing.toString();
      return "sharing = \"" + (text.startsWith("channel") ? "channel" : text) + '"';
    }
  }

  /**
   * Whether exponents are found when the program runs.
   *
   * @param dynamic whether they are; else they are known before
   */
  record Exponent(boolean dynamic) implements Setting {
    @Override
    public String toString() {
      return "exponents = \"" + (dynamic ? "dynamic" : "static") + '"';
    }
  }

  /**
   * How bits are dropped.
   *
   * @param rounding how
   */
  record Rounded(BlockRounding rounding) implements Setting {
    @Override
    public String toString() {
      return "rounding = \"" + rounding.text() + '"';
    }
  }

  /**
   * Which mantissas there are.
   *
   * @param saturation which
   */
  record Saturated(Saturation saturation) implements Setting {
    @Override
    public String toString() {
      return "saturation = \"" + saturation.text() + '"';
    }
  }

  /**
   * How exponents follow from numbers.
   *
   * @param choice how
   */
  record Scale(ScaleChoice choice) implements Setting {
    @Override
    public String toString() {
      return "scale = \"" + choice.text() + '"';
    }
  }
}
