package org.qopt.parser.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.model.DecodingBudget;
import org.qopt.parser.model.Permutations;
import org.qopt.parser.model.ProgramBuilder;

/** Gives values the form that an operation needs; each form is made once, when first needed. */
final class OnnxGraph {
  // Every use of a constant may take a reordered copy; honest models need one each.
  private static final int LARGEST_GROWTH = 16;
  private static final long SPARE_BYTES = 1 << 20;

  private final ProgramBuilder program;
  private final DecodingBudget budget;

  OnnxGraph(ProgramBuilder program, long fileSize) {
    this.program = program;
    budget = new DecodingBudget(fileSize * LARGEST_GROWTH + SPARE_BYTES);
  }

  ProgramBuilder program() {
    return program;
  }

  /** {@return {@code value} as the model sees it} */
  Value model(OnnxValue value) {
    if (value.model().isEmpty()) {
      Value made =
          value
              .constant()
              .map(elements -> constant(value, () -> elements, value.stored()))
              .orElseGet(
                  () ->
                      reorder(
                          value.channelsLast().orElseThrow(),
                          part(value, "nchw"),
                          Permutations.apply(value.shape().orElseThrow(), Layouts.TO_CHANNELS_LAST),
                          Layouts.TO_MODEL));
      value.withModel(made).markModelCopied();
    }
    return value.model().orElseThrow();
  }

  /** {@return {@code value} in a form that has its elements in the order that the model sees} */
  Value inModelOrder(OnnxValue value) {
    boolean ordered =
        value.isChannelsLast()
            && (value.model().isEmpty() || value.isModelCopied())
            && value
                .shape()
                .filter(shape -> Permutations.keepsOrder(shape, Layouts.TO_CHANNELS_LAST))
                .isPresent();
    return ordered ? value.channelsLast().orElseThrow() : model(value);
  }

  /** {@return {@code value}, an image, with channels last} */
  Value channelsLast(OnnxValue value) {
    if (value.channelsLast().isEmpty()) {
      Value made =
          value
              .constant()
              .map(elements -> permuted(value, elements, Layouts.TO_CHANNELS_LAST))
              .orElseGet(
                  () ->
                      reorder(
                          value.model().orElseThrow(),
                          part(value, "nhwc"),
                          value.shape().orElseThrow(),
                          Layouts.TO_CHANNELS_LAST));
      value.withChannelsLast(made);
    }
    return value.channelsLast().orElseThrow();
  }

  /** {@return {@code value} with its axes reordered; a constant is reordered here and now} */
  Value permuted(OnnxValue value, int... permutation) {
    return value
        .constant()
        .map(elements -> permuted(value, elements, permutation))
        .orElseGet(
            () ->
                reorder(
                    model(value),
                    part(value, "permuted"),
                    value.shape().orElseThrow(),
                    permutation));
  }

  private Value permuted(OnnxValue value, Tensor elements, int[] permutation) {
    return value
        .forms()
        .computeIfAbsent(
            Arrays.toString(permutation),
            _ ->
                constant(
                    value,
                    () -> permuted(elements, permutation),
                    value.stored().map(stored -> permuted(stored, permutation))));
  }

  private Value constant(
      OnnxValue value, Supplier<Tensor> elements, Optional<StoredConstant> stored) {
    if (stored.isEmpty()) {
      return program.constant(value.location(), elements.get());
    }
    TensorType type = stored.get().type();
    Value integers = program.constant(stored.get().location(), stored.get().integers(), type);
    return program.create(
        DequantizeCastOp.DEF,
        value.location(),
        List.of(integers),
        type.withElementType(FloatType.F32));
  }

  /** {@return the same integers with their axes reordered} */
  StoredConstant permuted(StoredConstant stored, int... permutation) {
    spend(stored.integers());
    return stored.permuted(permutation);
  }

  /** {@return the integers that the model has where the program has what they stand for} */
  Value quantized(OnnxValue value, QuantizedType type) {
    if (value.quantized().isPresent() && !value.isChannelsLast()) {
      return value.quantized().get();
    }
    Value real = model(value);
    TensorType whole = ((TensorType) real.type()).withElementType(type);
    return program.create(QuantizeCastOp.DEF, value.location(), List.of(real), whole);
  }

  /** {@return {@code elements} with their axes reordered} */
  Tensor permuted(Tensor elements, int... permutation) {
    spend(elements);
    return Permutations.apply(elements, permutation);
  }

  /** Accounts for a copy of {@code elements}. */
  void spend(Tensor elements) {
    budget.spend(elements.size() * elements.kind().bytes());
  }

  /**
   * {@return a constant that broadcasts against images in NCHW, so that it does in NHWC; leading
   * dimensions of 1 are dropped}
   */
  Value broadcastChannelsLast(OnnxValue value) {
    Tensor elements = value.constant().orElseThrow();
    return value
        .forms()
        .computeIfAbsent(
            "broadcast",
            _ ->
                constant(
                    value,
                    () -> broadcast(elements),
                    value
                        .stored()
                        .filter(StoredConstant::mayBeReshaped)
                        .map(stored -> stored.with(broadcast(stored.integers())))));
  }

  private Tensor broadcast(Tensor elements) {
    if (elements.shape().rank() == 0) {
      return elements;
    }
    long[] dims = new long[Layouts.RANK];
    Arrays.fill(dims, 1);
    int missing = Layouts.RANK - elements.shape().rank();
    for (int i = missing; i < dims.length; i++) {
      dims[i] = elements.shape().dim(i - missing);
    }
    Tensor image = permuted(elements.reshaped(Shape.of(dims)), Layouts.TO_CHANNELS_LAST);
    int from = 0;
    while (from < Layouts.RANK - 1 && image.shape().dim(from) == 1) {
      from++;
    }
    return image.reshaped(new Shape(image.shape().dims().subArray(from, Layouts.RANK).trimmed()));
  }

  // Where no element moves, a reshape says more: it needs no permutation to be undone.
  private Value reorder(Value value, Location location, Shape shape, int... permutation) {
    Shape result = Permutations.apply(shape, permutation);
    long open = result.dims().stream().filter(dim -> dim == Shape.DYNAMIC).count();
    if (open <= 1 && Permutations.keepsOrder(shape, permutation)) {
      return program.create(
          ReshapeOp.DEF,
          location,
          List.of(value),
          new Attrs().ints("shape", KnownIntegers.withRest(result.dims().toArray())).build());
    }
    long[] axes = Arrays.stream(permutation).asLongStream().toArray();
    return program.create(
        TransposeOp.DEF, location, List.of(value), new Attrs().ints("permutation", axes).build());
  }

  private static Location part(OnnxValue value, String part) {
    return value.name().isEmpty()
        ? UnknownLocation.UNKNOWN
        : NameLocation.of(value.name() + "/" + part);
  }
}
