package org.qopt.ir.op;

import java.util.Set;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.IntegerType;

/** The attribute constraints that many operations share. */
public final class Attributes {
  /** A string. */
  public static final AttributeConstraint STRING = of("string", StringAttr.class);

  /** A boolean. */
  public static final AttributeConstraint BOOL =
      new AttributeConstraint(
          "boolean", a -> a instanceof IntegerAttr i && i.type().equals(IntegerType.I1));

  /** An {@code i64}. */
  public static final AttributeConstraint I64 =
      new AttributeConstraint(
          "64-bit integer", a -> a instanceof IntegerAttr i && i.type().equals(IntegerType.I64));

  /** An {@code f32}. */
  public static final AttributeConstraint F32 =
      new AttributeConstraint(
          "32-bit float", a -> a instanceof FloatAttr f && f.type() == FloatType.F32);

  /** Any type. */
  public static final AttributeConstraint TYPE = of("type", TypeAttr.class);

  /** A function type. */
  public static final AttributeConstraint FUNCTION_TYPE =
      new AttributeConstraint(
          "type attribute of function type",
          a -> a instanceof TypeAttr t && t.value() instanceof FunctionType);

  /** A reference to a symbol beside, not inside, another. */
  public static final AttributeConstraint SYMBOL =
      new AttributeConstraint(
          "flat symbol reference attribute",
          a -> a instanceof SymbolRefAttr s && s.path().size() == 1);

  /** The elements of a tensor. */
  public static final AttributeConstraint ELEMENTS = of("dense elements", DenseElementsAttr.class);

  /** {@code array<i64: ...>} of any length. */
  public static final AttributeConstraint I64_ARRAY =
      new AttributeConstraint("array<i64: ...>", Attributes::isI64Array);

  private Attributes() {}

  /** {@return {@code array<i64: ...>} of {@code length} integers, none below {@code least}} */
  public static AttributeConstraint i64Array(int length, long least) {
    return new AttributeConstraint(
        "array<i64: ...> of " + length + " integers, each at least " + least,
        a ->
            isI64Array(a)
                && ((DenseIntArrayAttr) a).values().length() == length
                && ((DenseIntArrayAttr) a).values().stream().allMatch(v -> v >= least));
  }

  /** {@return {@code i64} of at least {@code least}} */
  public static AttributeConstraint i64AtLeast(long least) {
    return new AttributeConstraint(
        "64-bit integer of at least " + least,
        a -> I64.accepts().test(a) && ((IntegerAttr) a).asLong() >= least);
  }

  /** {@return one of these strings} */
  public static AttributeConstraint oneOf(Set<String> words) {
    return new AttributeConstraint(
        "one of " + String.join(", ", words.stream().sorted().map(w -> '"' + w + '"').toList()),
        a -> a instanceof StringAttr s && words.contains(s.value()));
  }

  private static AttributeConstraint of(String description, Class<? extends Attribute> kind) {
    return new AttributeConstraint(description, kind::isInstance);
  }

  private static boolean isI64Array(Attribute attribute) {
    return attribute instanceof DenseIntArrayAttr array
        && array.elementType().equals(IntegerType.I64);
  }
}
