package org.qopt.target.cpu.export;

import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** Which tensors hold the values of a program, in which layouts. */
final class Tensors {
  private final OnnxGraph graph;
  private final ValueNaming naming;
  private final boolean signed;
  private final Map<Value, String> reserved = new IdentityHashMap<>();
  private final Map<Value, Tensor> folded = new IdentityHashMap<>();
  private final Set<Value> copied = new HashSet<>();
  private final Map<Value, Map<Layout, String>> forms = new IdentityHashMap<>();

  /**
   * No tensors.
   *
   * @param signed whether activations are int8, not uint8
   */
  Tensors(OnnxGraph graph, ValueNaming naming, boolean signed) {
    this.graph = graph;
    this.naming = naming;
    this.signed = signed;
  }

  /** Keeps the name of {@code value} for the tensor that holds it in its plain layout. */
  void reserve(Value value) {
    reserved.put(value, graph.name(naming.name(value)));
  }

  /** {@return whether {@code tensor} has the name that was kept for {@code result}, computed} */
  boolean isOutput(Value result, String tensor) {
    return result.definingOp().isPresent() && tensor.equals(reserved.get(result));
  }

  /** {@return the name for a copy of {@code result}: the one kept for it, if that is free} */
  String outputName(Value result) {
    boolean free =
        result.definingOp().isPresent()
            && forms.get(result).values().stream().noneMatch(reserved.get(result)::equals)
            && copied.add(result);
    return free ? reserved.get(result) : graph.name(naming.name(result) + "_output");
  }

  /** {@return the name of {@code value} in the program} */
  String name(Value value) {
    return naming.name(value);
  }

  static Shape shape(Value value) {
    return ((TensorType) value.type()).shape();
  }

  static int rank(Value value) {
    return shape(value).rank();
  }

  /** {@return the name of a new tensor that holds {@code value}} */
  String define(Value value, Layout layout) {
    String kept = layout.isPlain() ? reserved.get(value) : null;
    String name = kept != null ? kept : graph.name(stem(value));
    alias(value, layout, name);
    return name;
  }

  /** Says that the tensor {@code name} holds {@code value}. */
  void alias(Value value, Layout layout, String name) {
    forms.computeIfAbsent(value, _ -> new LinkedHashMap<>()).putIfAbsent(layout, name);
  }

  /** {@return what tensors on the way to {@code value} are named after} */
  String stem(Value value) {
    String name = naming.name(value);
    return isActivation(value) ? name + "_quantized" : name;
  }

  /** Says that {@code value} does not depend on the inputs. */
  void fold(Value value, Tensor elements) {
    folded.put(value, elements);
  }

  /** {@return the elements of {@code value}, if they do not depend on the inputs} */
  Optional<Tensor> constant(Value value) {
    return Optional.ofNullable(folded.get(value)).or(() -> ConstantElements.of(value));
  }

  /** {@return the layout in which {@code value} was computed; empty for constants} */
  Optional<Layout> layout(Value value) {
    return constant(value).isPresent() || !forms.containsKey(value)
        ? Optional.empty()
        : Optional.of(forms.get(value).keySet().iterator().next());
  }

  /** {@return the tensor that holds {@code value} in {@code layout}; it may have to be made} */
  String in(Value value, Layout layout) {
    Map<Layout, String> known = forms.computeIfAbsent(value, _ -> new LinkedHashMap<>());
    if (known.containsKey(layout)) {
      return known.get(layout);
    }
    Optional<Tensor> constant = constant(value);
    if (constant.isPresent()) {
      String name = graph.constant(stem(value), stored(value, constant.get()), layout);
      known.put(layout, name);
      return name;
    }
    Layout from = known.keySet().iterator().next();
    String source = known.get(from);
    long[] permutation = Arrays.stream(from.to(layout)).asLongStream().toArray();
    return graph.add(
        Node.of("Transpose", 1).with("perm", permutation), List.of(source), define(value, layout));
  }

  /** {@return a tensor that holds the elements of {@code value} in order, whatever its shape} */
  String flat(Value value) {
    Layout plain = Layout.plain(rank(value));
    return forms.getOrDefault(value, Map.of()).entrySet().stream()
        .filter(form -> form.getKey().isSameOrder(plain, shape(value)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> in(value, plain));
  }

  /** {@return the elements of a constant as the model holds them} */
  Tensor stored(Value value, Tensor constant) {
    return isActivation(value) && !signed ? Constants.unsigned(constant) : constant;
  }

  /** {@return the kind of the elements of the tensors that hold {@code value}} */
  ElementKind kind(Value value) {
    ElementKind kind = QuantizedTypes.storageKind(value.type()).orElseThrow();
    return isActivation(value) && !signed ? ElementKind.U8 : kind;
  }

  /** {@return the byte {@code q} of an activation as the model holds it} */
  Tensor stored(byte q) {
    Tensor scalar = Tensor.of(Shape.of(), q);
    return signed ? scalar : Constants.unsigned(scalar);
  }

  /** {@return whether {@code value} is of int8 with one scale for all, and no weight} */
  static boolean isActivation(Value value) {
    return QuantizedTypes.uniform(value.type())
        .filter(type -> type.storage().width() == 8)
        .filter(type -> !isWeight(value, type))
        .isPresent();
  }

  // Weights with one scale for all are told from activations by their range.
  private static boolean isWeight(Value value, UniformQuantizedType type) {
    return type.storage().min() > Byte.MIN_VALUE && ConstantElements.of(value).isPresent();
  }
}
