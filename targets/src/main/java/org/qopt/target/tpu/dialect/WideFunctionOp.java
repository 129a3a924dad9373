package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.WideFunction;

/** {@code tpu.wide_function}: the logistic function or the hyperbolic tangent, in 16 bits. */
public final class WideFunctionOp {
  /** The functions that there are. */
  private static final ImmutableMap<String, WideFunction.Kind> FUNCTIONS =
      ImmutableMap.of("logistic", WideFunction.Kind.LOGISTIC, "tanh", WideFunction.Kind.TANH);

  /** What follows from the types and the function. */
  public static final Derivation DERIVATION = WideFunctionOp::derived;

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.wide_function")
          .summary("the logistic function or the hyperbolic tangent, in 16 bits")
          .description(
              """
              The input times 'multiplier', shifted right by 'shift' bits to nearest, is a number \
              with 12 fraction bits and a factor of 3. Between 256 points of the logistic function, \
              at multiples of 1/24, the result is linear.""")
          .operand("x", TpuTypes.TENSOR)
          .attribute(LookupOp.FUNCTION, Attributes.oneOf(FUNCTIONS.keySet()))
          .attribute(MULTIPLIER, TpuAttributes.MANTISSA)
          .attribute(SHIFT, TpuAttributes.EXPONENT)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::same))
          .clause(
              "the result has scale 1/32768 and zero point 0",
              operation -> SoftmaxOp.result(operation, WideSoftmaxOp.RESULT))
          .clause("multiplier and shift follow from the scale", DERIVATION.clause())
          .kernel(WideFunctionOp::kernel)
          .build();

  private WideFunctionOp() {}

  private static Map<String, Attribute> derived(
      List<Type> operands, Type result, DictionaryAttr attributes) {
    Scales.bits(result, operands.get(0));
    String name = ((StringAttr) attributes.entries().get(LookupOp.FUNCTION)).value();
    WideFunction function = WideFunction.of(FUNCTIONS.get(name), Scales.scale(operands.get(0)));
    return Map.of(
        MULTIPLIER, IntegerAttr.i32(function.multiplier()),
        SHIFT, IntegerAttr.i32(function.shift()));
  }

  /** {@return what {@code operation} computes} */
  public static WideFunction of(Operation operation) {
    return new WideFunction(
        FUNCTIONS.get(operation.required(LookupOp.FUNCTION, StringAttr.class).value()),
        TpuAttributes.integer(operation, MULTIPLIER),
        TpuAttributes.integer(operation, SHIFT));
  }

  private static Kernel kernel(Operation operation) {
    return Shorts.unary(operation, of(operation)::execute);
  }
}
