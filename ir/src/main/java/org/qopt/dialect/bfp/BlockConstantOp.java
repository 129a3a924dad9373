package org.qopt.dialect.bfp;

import static org.qopt.ir.op.ConstantElements.EXPONENTS;
import static org.qopt.ir.op.ConstantElements.VALUE;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * {@code bfp.constant}: mantissas, and exponents where the type does not hold them, that are part
 * of the program.
 *
 * @param operation the operation
 */
public record BlockConstantOp(Operation operation) implements OpView {
  private static final TypeConstraint CONSTANT =
      new TypeConstraint(
          "tensor of !bfp.block<...> with known dimensions",
          type -> BlockRules.BLOCKS.accepts().test(type) && shape(type).isStatic());

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("bfp.constant")
          .summary("mantissas and exponents that are part of the program")
          .description(
              """
              'value' holds the mantissas. Where the type of the result has dynamic exponents, \
              'exponents' holds them: one for each block, in the shape of the tensor with as many \
              indices along the last axis as there are blocks.""")
          .example(
              """
              func.func @f() -> tensor<1x3x!bfp.block<i8, block(2), dynamic, half_even, symmetric, floor>> {
                %c = bfp.constant {exponents = dense<[[-6, -9]]> : tensor<1x2xi16>,
                    value = dense<[[64, -127, 100]]> : tensor<1x3xi8>}
                    : tensor<1x3x!bfp.block<i8, block(2), dynamic, half_even, symmetric, floor>>
                return %c : tensor<1x3x!bfp.block<i8, block(2), dynamic, half_even, symmetric, floor>>
              }""")
          .attribute(VALUE, Attributes.ELEMENTS)
          .optionalAttribute(EXPONENTS, Attributes.ELEMENTS)
          .result("result", CONSTANT)
          .resultName("cst")
          .traits(Traits.PURE, Traits.CONSTANT_LIKE)
          .clause(BlockRules.FITS, op -> BlockRules.fits(op.result().type()))
          .clause(
              "'value' has the shape of the result and elements of its storage",
              op -> new BlockConstantOp(op).wrongValue())
          .clause(
              "'exponents' are there where the type has dynamic ones, i16 and one for each block",
              op -> new BlockConstantOp(op).wrongExponents())
          .clause(
              "mantissas and exponents are in the ranges of the type",
              op -> new BlockConstantOp(op).beyond())
          .build();

  /** {@return a new constant of mantissas, which carry exponents if they are dynamic, inserted} */
  public static BlockConstantOp create(
      OpBuilder builder, Location location, Tensor value, Type type) {
    TreeMap<String, Attribute> attributes = new TreeMap<>();
    attributes.put(VALUE, DenseElementsAttr.of(value.withoutExponents()));
    value.exponents().ifPresent(e -> attributes.put(EXPONENTS, DenseElementsAttr.of(e)));
    return new BlockConstantOp(
        builder.create(DEF, location, List.of(), DictionaryAttr.of(attributes), List.of(type)));
  }

  /** {@return the mantissas} */
  public DenseElementsAttr value() {
    return operation.required(VALUE, DenseElementsAttr.class);
  }

  private Optional<DenseElementsAttr> exponents() {
    return operation.attribute(EXPONENTS, DenseElementsAttr.class);
  }

  private BlockType type() {
    return BlockType.of(operation.result().type()).orElseThrow();
  }

  private static Shape shape(Type type) {
    return ((TensorType) type).shape();
  }

  private Optional<String> wrongValue() {
    TensorType expected = TensorType.of(shape(operation.result().type()), type().storage());
    return value().type().equals(expected)
        ? Optional.empty()
        : Optional.of("expected a value of type " + expected + ", but got " + value().type());
  }

  private Optional<String> wrongExponents() {
    if (BlockRules.fits(operation.result().type()).isPresent()) {
      return Optional.empty();
    }
    if (!type().isDynamic()) {
      return exponents()
          .map(found -> "expected no 'exponents', which are in the type, but got " + found.type());
    }
    TensorType expected =
        TensorType.of(
            type().sharing().exponents(shape(operation.result().type())), IntegerType.of(16));
    if (exponents().isEmpty()) {
      return Optional.of("expected 'exponents' of type " + expected + ", but got none");
    }
    return exponents()
        .filter(found -> !found.type().equals(expected))
        .map(
            found ->
                "expected 'exponents' of type %s, but got %s".formatted(expected, found.type()));
  }

  private Optional<String> beyond() {
    BlockType type = type();
    return beyond("a mantissa", value(), type.min(), type.max())
        .or(
            () ->
                exponents()
                    .flatMap(
                        e ->
                            beyond(
                                "an exponent",
                                e,
                                BlockType.leastExponent(type.bits()),
                                BlockType.largestExponent(type.bits()))));
  }

  private static Optional<String> beyond(
      String what, DenseElementsAttr elements, long least, long largest) {
    Tensor tensor = elements.value();
    long count = tensor.isSplat() ? Math.min(1, tensor.size()) : tensor.size();
    for (long i = 0; i < count; i++) {
      long found = tensor.integer(i);
      if (found < least || found > largest) {
        return Optional.of(
            "expected %s from %d to %d, but got %d".formatted(what, least, largest, found));
      }
    }
    return Optional.empty();
  }
}
