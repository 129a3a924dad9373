package org.qopt.passes.annotate;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.calib.FakeQuantOp;
import org.qopt.dialect.calib.ObserveOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.interpret.Constants;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.ShapedType;
import org.qopt.rewrite.OutputNames;

/**
 * Takes the casts out of a function that carries parameters of its own and notes what they say.
 *
 * <pre>
 * %q = quant.qcast %x     |
 * %d = quant.dcast %q     |  %y = nn.relu %x, and the parameters of %q belong to %x
 * %y = nn.relu %d         |
 * </pre>
 *
 * <p>Quantized constants, arguments and results become float ones. A value that is quantized a
 * second time, to other parameters, keeps the first; the second ones stay as a {@code
 * calib.observe}.
 */
final class CastRemoval {
  /** A float32 holds integers of that many bits. */
  private static final int EXACT_BITS = 24;

  private final FuncOp function;
  private final CarriedParameters carried = new CarriedParameters();

  private CastRemoval(FuncOp function) {
    this.function = function;
  }

  /**
   * {@return what the casts in {@code function}, which are taken out, say}
   *
   * @throws InvalidInputException if a cast says nothing that could be taken over
   */
  static CarriedParameters apply(FuncOp function) {
    CastRemoval removal = new CastRemoval(function);
    if (function.operation().region(0).blocks().size() == 1) {
      removal.apply();
    }
    return removal.carried;
  }

  private void apply() {
    if (function.entry().operations().stream().anyMatch(op -> op.is(FakeQuantOp.DEF))) {
      carried.noteRanges();
    }
    List<Operation> casts =
        function.entry().operations().stream().filter(CastRemoval::isCast).toList();
    function.arguments().forEach(this::visitArgument);
    casts.forEach(this::visit);
    visitReturn(function.returnOp());
    casts.reversed().forEach(CastRemoval::erase);
    function.updateType();
  }

  private void visitArgument(BlockArgument argument) {
    Optional<QuantizedType> type = QuantizedTypes.of(argument.type());
    if (type.isEmpty() || !argument.users().stream().allMatch(CastRemoval::takesReals)) {
      return;
    }
    requireDecided(type.get(), function.operation());
    argument.setType(real(argument));
    carried.put(argument, type.get());
    argument.users().forEach(user -> replaceCast(user, argument));
  }

  /** A quantized constant may be returned as it is. */
  private void visitReturn(Operation end) {
    for (int i = 0; i < end.operandCount(); i++) {
      Value returned = end.operand(i);
      Optional<Tensor> integers = ConstantElements.of(returned);
      if (QuantizedTypes.of(returned.type()).isPresent() && integers.isPresent()) {
        requireDecided(QuantizedTypes.of(returned.type()).orElseThrow(), end);
        OpBuilder builder = OpBuilder.afterDefinition(returned);
        end.setOperand(i, constant(builder, returned, integers.get(), returned.location()));
        returned.definingOp().filter(op -> !op.hasUses()).ifPresent(Operation::erase);
      }
    }
  }

  private void visit(Operation operation) {
    if (operation.is(QuantizeCastOp.DEF)) {
      visitQuantize(operation);
    } else if (operation.hasUses()) {
      visitDequantize(operation);
    }
  }

  private void visitQuantize(Operation cast) {
    QuantizedType type = decided(cast, cast.result());
    for (Operation user : cast.result().users()) {
      if (!takesReals(user)) {
        throw refusal(cast, "to go to 'quant.dcast' or 'func.return'", "'" + user.name() + "'");
      }
    }
    Optional<Tensor> constant = Constants.evaluate(cast.result());
    Value real =
        constant.isPresent()
            ? constant(
                OpBuilder.after(cast), cast.result(), constant.get(), cast.operand(0).location())
            : withParameters(cast, type);
    OutputNames.keep(cast.result(), real);
    cast.result().users().forEach(user -> replaceCast(user, real));
    cast.result().replaceAllUsesWith(real);
  }

  private void visitDequantize(Operation cast) {
    Value quantized = cast.operand(0);
    Optional<Tensor> constant = ConstantElements.of(quantized);
    if (constant.isEmpty()) {
      Operation source = quantized.definingOp().orElse(function.operation());
      throw refusal(cast, "a constant, an argument or 'quant.qcast'", "'" + source.name() + "'");
    }
    decided(cast, quantized);
    replaceCast(
        cast, constant(OpBuilder.after(cast), quantized, constant.get(), quantized.location()));
  }

  private Value constant(OpBuilder builder, Value quantized, Tensor integers, Location location) {
    ShapedType type = (ShapedType) quantized.type();
    QuantizedType parameters = QuantizedTypes.of(type).orElseThrow();
    Operation dequantized =
        DequantizeCastOp.create(builder, location, quantized, real(quantized)).operation();
    Tensor elements = Constants.evaluate(dequantized.result()).orElseThrow();
    dequantized.erase();
    Value constant = ConstantOp.create(builder, location, elements).operation().result();
    carried.put(constant, parameters);
    if (parameters.storage().width() > EXACT_BITS) {
      carried.put(constant, new CarriedParameters.Integers(integers, type));
    }
    return constant;
  }

  private Value withParameters(Operation cast, QuantizedType type) {
    Value input = cast.operand(0);
    Optional<QuantizedType> earlier = carried.of(input);
    if (earlier.isEmpty()) {
      carried.put(input, type);
    }
    if (earlier.isEmpty() || earlier.get().equals(type)) {
      return input;
    }
    Value second =
        ObserveOp.create(OpBuilder.before(cast), cast.location(), input, type).operation().result();
    carried.put(second, type);
    return second;
  }

  private static void replaceCast(Operation user, Value real) {
    if (user.is(DequantizeCastOp.DEF)) {
      OutputNames.keep(user.result(), real);
      user.result().replaceAllUsesWith(real);
    }
  }

  private static void erase(Operation cast) {
    Optional<Operation> constant = cast.operand(0).definingOp().filter(FloatValues::isConstant);
    if (!cast.hasUses()) {
      cast.erase();
      constant.filter(op -> !op.hasUses()).ifPresent(Operation::erase);
    }
  }

  private static boolean isCast(Operation operation) {
    return operation.is(DequantizeCastOp.DEF) || operation.is(QuantizeCastOp.DEF);
  }

  private static boolean takesReals(Operation user) {
    return user.is(DequantizeCastOp.DEF) || user.is(ReturnOp.DEF);
  }

  private static ShapedType real(Value quantized) {
    return ((ShapedType) quantized.type()).withElementType(FloatType.F32);
  }

  private static QuantizedType decided(Operation cast, Value quantized) {
    QuantizedType type =
        QuantizedTypes.of(quantized.type())
            .filter(_ -> quantized.type() instanceof ShapedType)
            .orElseThrow(() -> refusal(cast, "a tensor", quantized.type().toString()));
    requireDecided(type, cast);
    return type;
  }

  private static void requireDecided(QuantizedType type, Operation place) {
    if (type instanceof AnyQuantizedType) {
      throw refusal(place, "a scale and zero point", type.toString());
    }
    if (type.expressed() != FloatType.F32) {
      throw refusal(place, "parameters of f32", type.toString());
    }
  }

  private static InvalidInputException refusal(Operation place, String expected, String found) {
    return new InvalidInputException(
        place.reportLocation(),
        "the parameters of '%s' op cannot be taken over: expected %s, but got %s"
            .formatted(place.name(), expected, found));
  }
}
