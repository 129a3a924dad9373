package org.qopt.cli.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents.Static;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * Values as they are stored. One of block floating point is two arrays: NAME holds the mantissas,
 * NAME.exponent the exponents, in 16 bits: one for the tensor, or one for each block.
 */
public final class RawValues {
  private static final String SUFFIX = ".exponent";

  private RawValues() {}

  /** {@return {@code inputs}, each followed by that of its exponents where they are dynamic} */
  static ImmutableList<ProgramInput> inputs(List<ProgramInput> inputs) {
    ImmutableList.Builder<ProgramInput> all = ImmutableList.builder();
    for (ProgramInput input : inputs) {
      all.add(stored(input));
      dynamic(input.type()).ifPresent(type -> all.add(exponents(input, type)));
    }
    return all.build();
  }

  private static ProgramInput stored(ProgramInput input) {
    return switch (input.type().elementType()) {
      case BlockType type -> input.within(type.min(), type.max());
      case QuantizedType type -> input.within(type.storage().min(), type.storage().max());
      default -> input;
    };
  }

  private static ProgramInput exponents(ProgramInput input, BlockType type) {
    Shape shape = type.sharing().exponents(input.type().shape());
    return new ProgramInput(input.name() + SUFFIX, TensorType.of(shape, IntegerType.of(16)))
        .within(BlockType.leastExponent(type.bits()), BlockType.largestExponent(type.bits()));
  }

  /** {@return the arguments of these types, of data for {@link #inputs}} */
  static List<Tensor> arguments(List<Tensor> data, List<Type> types) {
    List<Tensor> arguments = new ArrayList<>();
    int next = 0;
    for (Type type : types) {
      Tensor argument = Boundary.storedArgument(data.get(next++), type);
      arguments.add(
          dynamic(type).isPresent()
              ? argument.withExponents(data.get(next++).cast(ElementKind.I16))
              : argument);
    }
    return arguments;
  }

  private static Optional<BlockType> dynamic(Type type) {
    return BlockType.of(type).filter(BlockType::isDynamic);
  }

  /** {@return the names of the arrays of a value} */
  public static ImmutableList<String> names(String name, Type type) {
    return BlockType.of(type).isPresent()
        ? ImmutableList.of(name, name + SUFFIX)
        : ImmutableList.of(name);
  }

  /** {@return the arrays of a value, in the order of their names} */
  public static ImmutableList<Tensor> arrays(Tensor value, Type type) {
    return BlockType.of(type)
        .map(block -> ImmutableList.of(value.withoutExponents(), exponents(value, block)))
        .orElseGet(() -> ImmutableList.of(value));
  }

  private static Tensor exponents(Tensor value, BlockType type) {
    if (type.exponents() instanceof Static(var values)) {
      Shape shape = values.length() == 1 ? Shape.of() : Shape.of(values.length());
      return Tensor.of(shape, values.toArray()).cast(ElementKind.I16);
    }
    return value.exponents().orElseThrow();
  }
}
