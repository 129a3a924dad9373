package org.qopt.parser.onnx;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.parser.model.Permutations;

/**
 * A value of the model, in the forms in which the program has it: as the model sees it, with
 * channels last, or as the elements of a constant.
 */
final class OnnxValue {
  private final String name;
  private final Location location;
  private Optional<Value> model = Optional.empty();
  private Optional<Value> channelsLast = Optional.empty();
  private Optional<Tensor> constant = Optional.empty();
  private Optional<StoredConstant> stored = Optional.empty();
  private Optional<QuantizedType> standsFor = Optional.empty();
  private Optional<Value> quantized = Optional.empty();
  private Optional<long[]> integers = Optional.empty();
  private boolean modelCopied;
  private final Map<String, Value> forms = new HashMap<>();

  OnnxValue(String name, Location location) {
    this.name = name;
    this.location = location;
  }

  /** {@return the model's name of it} */
  String name() {
    return name;
  }

  Location location() {
    return location;
  }

  /** {@return it as the model sees it, if the program has that} */
  Optional<Value> model() {
    return model;
  }

  /** {@return it with channels last, if the program has that; of rank 4} */
  Optional<Value> channelsLast() {
    return channelsLast;
  }

  /** {@return its elements, in the model's layout, if it is a constant} */
  Optional<Tensor> constant() {
    return constant;
  }

  /** {@return the integers that the elements were made from, if it is such a constant} */
  Optional<StoredConstant> stored() {
    return stored;
  }

  /**
   * {@return what it stands for, if it is a value of integers of which the program has the real
   * numbers instead}
   */
  Optional<QuantizedType> standsFor() {
    return standsFor;
  }

  /** {@return the integers themselves, if the program has them in the same layout} */
  Optional<Value> quantized() {
    return quantized;
  }

  /**
   * {@return what is known of the elements of a vector or scalar of integers: {@link Shape#DYNAMIC}
   * stands for one that is not}
   */
  Optional<long[]> integers() {
    return integers;
  }

  /** {@return other forms of a constant, by what tells them apart} */
  Map<String, Value> forms() {
    return forms;
  }

  OnnxValue withModel(Value value) {
    model = Optional.of(value);
    return this;
  }

  OnnxValue withChannelsLast(Value value) {
    channelsLast = Optional.of(value);
    return this;
  }

  OnnxValue withConstant(Tensor elements) {
    constant = Optional.of(elements);
    if (!elements.kind().isFloat()
        && elements.shape().rank() <= 1
        && elements.size() <= KnownIntegers.MOST) {
      long[] known = new long[(int) elements.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = elements.integer(i);
      }
      integers = Optional.of(known);
    }
    return this;
  }

  /** Says that it is a constant of {@code real} numbers that were made from integers. */
  OnnxValue withStored(Tensor real, StoredConstant from) {
    stored = Optional.of(from);
    return withConstant(real);
  }

  /** Says that the model has integers where the program has the numbers that they stand for. */
  OnnxValue standingFor(QuantizedType type) {
    standsFor = Optional.of(type);
    return this;
  }

  /** Says the same, and what the integers are. */
  OnnxValue standingFor(QuantizedType type, Value from) {
    quantized = Optional.of(from);
    return standingFor(type);
  }

  OnnxValue withIntegers(long[] known) {
    integers = Optional.of(known);
    return this;
  }

  /** Says that the form that the model sees was made from another one. */
  void markModelCopied() {
    modelCopied = true;
  }

  /** {@return whether the form that the model sees was made from another one} */
  boolean isModelCopied() {
    return modelCopied;
  }

  /** {@return whether it is an image that the program has with channels last} */
  boolean isChannelsLast() {
    return channelsLast.isPresent();
  }

  /** {@return the shape that the model sees, if the rank is known} */
  Optional<Shape> shape() {
    return constant
        .map(Tensor::shape)
        .or(() -> model.flatMap(value -> shapeOf(value.type())))
        .or(
            () ->
                channelsLast
                    .flatMap(value -> shapeOf(value.type()))
                    .map(shape -> Permutations.apply(shape, Layouts.TO_MODEL)));
  }

  private static Optional<Shape> shapeOf(Type type) {
    return type instanceof TensorType tensor ? Optional.of(tensor.shape()) : Optional.empty();
  }
}
