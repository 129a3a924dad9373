package org.qopt.dialect.nn.attr;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.Attributes;

/** The function that an operation applies to its result: a clamp to {@code [min, max]}. */
public enum Activation {
  /** The result as it is. */
  NONE("none", Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY),
  /** {@code max(x, 0)}. */
  RELU("relu", 0, Float.POSITIVE_INFINITY),
  /** {@code min(max(x, 0), 6)}. */
  RELU6("relu6", 0, 6),
  /** {@code min(max(x, -1), 1)}. */
  RELU_N1_TO_1("relu_n1_to_1", -1, 1);

  /** All, which guards of patterns look through. */
  public static final ImmutableList<Activation> ALL = ImmutableList.copyOf(values());

  /** The name of the attribute. */
  public static final String NAME = "activation";

  /** What the attribute must be. */
  public static final AttributeConstraint CONSTRAINT =
      Attributes.oneOf(ALL.stream().map(Activation::word).collect(Collectors.toUnmodifiableSet()));

  /** What the attribute is when it is not written. */
  public static final StringAttr DEFAULT = NONE.attribute();

  private final String word;
  private final float min;
  private final float max;

  Activation(String word, float min, float max) {
    this.word = word;
    this.min = min;
    this.max = max;
  }

  /** {@return the value of the attribute, such as {@code relu_n1_to_1}} */
  public String word() {
    return word;
  }

  /** {@return the least result, maybe minus infinity} */
  public float min() {
    return min;
  }

  /** {@return the largest result, maybe infinity} */
  public float max() {
    return max;
  }

  /** {@return the attribute that says this} */
  public StringAttr attribute() {
    return new StringAttr(word);
  }

  /** {@return the activation of {@code operation}, which has been verified} */
  public static Activation of(Operation operation) {
    String word = operation.required(NAME, StringAttr.class).value();
    for (Activation activation : ALL) {
      if (activation.word.equals(word)) {
        return activation;
      }
    }
    throw new IllegalStateException("no activation '" + word + "'");
  }
}
