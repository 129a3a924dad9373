package org.qopt.dialect.calib;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Sharing.PerChannel;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;

/**
 * {@code calib.observe}: marks a value that is to be quantized.
 *
 * @param operation the operation
 */
public record ObserveOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("calib.observe")
          .summary("marks a value that is to be quantized")
          .description(
              """
              Returns its operand. 'storage' says how the value is to be stored: `!quant.any<...>` leaves \
              scale and zero point to calibration, `!quant.uniform<...>` fixes them. A `!bfp.block<...>` \
              with the exponent `?` leaves that to calibration; otherwise it is fixed or dynamic. All \
              values of one 'group' share one scale and zero point, or exponent.""")
          .example(
              """
              func.func @f(%x: tensor<1x8xf32>) -> tensor<1x8xf32> {
                %y = calib.observe %x {group = 0 : i64, storage = !quant.any<i8:f32>}
                    : tensor<1x8xf32>
                return %y : tensor<1x8xf32>
              }""")
          .operand("input", CalibRules.TENSOR)
          .attribute(CalibRules.STORAGE, CalibRules.ANY_QUANTIZED)
          .optionalAttribute("group", Attributes.i64AtLeast(0))
          .result("result", CalibRules.TENSOR)
          .traits(Traits.PURE, Traits.SAME_SHAPE)
          .clause("the result has the operand's type", CalibRules::sameType)
          .clause("'storage' expresses the operand's elements", CalibRules::expressed)
          .clause("'storage' is not per axis", ObserveOp::perTensor)
          .infer(CalibRules.SAME_TYPE)
          .kernel(CalibRules::identity)
          .build();

  /** {@return a new operation in no group, inserted} */
  public static ObserveOp create(OpBuilder builder, Location location, Value input, Type storage) {
    return create(builder, location, input, storage, OptionalLong.empty());
  }

  /** {@return a new operation, inserted} */
  public static ObserveOp create(
      OpBuilder builder, Location location, Value input, Type storage, OptionalLong group) {
    TreeMap<String, Attribute> attributes = new TreeMap<>();
    attributes.put(CalibRules.STORAGE, new TypeAttr(storage));
    group.ifPresent(number -> attributes.put("group", IntegerAttr.i64(number)));
    return new ObserveOp(
        builder.create(DEF, location, List.of(input), DictionaryAttr.of(attributes)));
  }

  /** {@return the value that is marked} */
  public Value input() {
    return operation.operand(0);
  }

  /** {@return how the value is to be stored} */
  public Type storage() {
    return CalibRules.storage(operation);
  }

  /** {@return the group of values with common parameters, if it is in one} */
  public OptionalLong group() {
    return operation
        .attribute("group", IntegerAttr.class)
        .map(group -> OptionalLong.of(group.asLong()))
        .orElse(OptionalLong.empty());
  }

  private static Optional<String> perTensor(Operation op) {
    Type storage = CalibRules.storage(op);
    boolean perAxis =
        storage instanceof UniformQuantizedPerAxisType
            || storage instanceof BlockType block && block.sharing() instanceof PerChannel;
    return perAxis
        ? Optional.of("expected parameters for the whole tensor, but got " + storage)
        : Optional.empty();
  }
}
