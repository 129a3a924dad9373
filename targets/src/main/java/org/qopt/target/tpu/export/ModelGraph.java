package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.TensorT;

/**
 * The tensors, operators and constants of a model that is being put together. Tensors are numbered
 * from 0 in the order in which they are asked for; those of the program's values have their names.
 */
final class ModelGraph {
  /** Beyond this number operators do not fit in the field that older readers look at. */
  private static final int LARGEST_OLD_CODE = 127;

  private final ValueNaming naming;
  private final Set<String> names;
  private final Set<Value> inner = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> formed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Value, Integer> numbers = new IdentityHashMap<>();
  private final Map<List<ImmutableIntArray>, Integer> lists = new HashMap<>();
  private final Map<Operator, Integer> kinds = new LinkedHashMap<>();
  private final List<TensorT> tensors = new ArrayList<>();
  private final List<OperatorT> operators = new ArrayList<>();
  private final List<byte[]> buffers = new ArrayList<>();

  /** An empty model for values of these names. */
  ModelGraph(ValueNaming naming) {
    this.naming = naming;
    names = new HashSet<>(naming.names().values());
    // By the format's rule the first buffer is empty; what is no constant has it.
    buffers.add(new byte[0]);
  }

  /** {@return the number of the tensor that holds {@code value}} */
  int tensor(Value value) {
    Integer known = numbers.get(value);
    if (known != null) {
      return known;
    }
    TensorType type = (TensorType) value.type();
    int number =
        inner.contains(value)
            ? part(value, "stored", type)
            : add(naming.name(value), type, new byte[0]);
    numbers.put(value, number);
    return number;
  }

  /** {@return the number of the tensor that holds the only result of {@code operation}} */
  int result(Operation operation) {
    return tensor(operation.result());
  }

  /** {@return a new tensor on the way to or from {@code value}, named after it} */
  int part(Value value, String name, TensorType type) {
    return add(free(naming.name(value) + "/" + name), type, new byte[0]);
  }

  /** {@return a new constant that belongs to {@code value}, named after it} */
  int constant(Value value, String name, TensorType type, Tensor data) {
    return add(free(naming.name(value) + "/" + name), type, LittleEndian.of(data));
  }

  /**
   * {@return a new constant bias of {@code value}}
   *
   * @param type its scales, and 32 bits
   * @param data its elements, of 32 or of 64 bits
   */
  int bias(Value value, TensorType type, Tensor data) {
    int number = constant(value, "bias", type, data);
    if (data.kind() == ElementKind.I64) {
      tensors.get(number).setType(org.tensorflow.lite.schema.TensorType.INT64);
    }
    return number;
  }

  /** Says that the name of {@code value}, which has no tensor yet, is for another form of it. */
  void leaveName(Value value) {
    inner.add(value);
  }

  /** {@return a new tensor for another form of {@code value}; the first has its name} */
  int form(Value value, TensorType type) {
    String name = naming.name(value);
    return add(formed.add(value) ? name : free(name), type, new byte[0]);
  }

  /** Makes {@code value} a constant. */
  void define(Value value, Tensor data) {
    TensorType type = (TensorType) value.type();
    numbers.put(
        value,
        inner.contains(value)
            ? constant(value, "stored", type, data)
            : add(naming.name(value), type, LittleEndian.of(data)));
  }

  /** {@return the name of {@code value}} */
  String name(Value value) {
    return naming.name(value);
  }

  /** {@return a constant of int32 for an operator on the way to {@code value}} */
  int list(Value value, String name, Shape shape, int... elements) {
    List<ImmutableIntArray> key =
        List.of(
            ImmutableIntArray.copyOf(shape.dims().stream().mapToInt(Math::toIntExact)),
            ImmutableIntArray.copyOf(elements));
    Integer known = lists.get(key);
    if (known != null) {
      return known;
    }
    int number =
        constant(value, name, TensorType.of(shape, IntegerType.I32), Tensor.of(shape, elements));
    lists.put(key, number);
    return number;
  }

  /** {@return a constant vector of int32 for an operator on the way to {@code value}} */
  int list(Value value, String name, int... elements) {
    return list(value, name, Shape.of(elements.length), elements);
  }

  /** Adds an operator without options. */
  void add(Operator operator, List<Integer> inputs, int output) {
    add(operator, new BuiltinOptionsUnion(), inputs, output);
  }

  /**
   * Adds an operator.
   *
   * @param type a constant of {@link org.tensorflow.lite.schema.BuiltinOptions}
   * @param options the object of that type
   */
  void add(Operator operator, byte type, Object options, List<Integer> inputs, int output) {
    BuiltinOptionsUnion union = new BuiltinOptionsUnion();
    union.setType(type);
    union.setValue(options);
    add(operator, union, inputs, output);
  }

  private void add(
      Operator operator, BuiltinOptionsUnion options, List<Integer> inputs, int output) {
    OperatorT call = new OperatorT();
    call.setOpcodeIndex(kinds.computeIfAbsent(operator, _ -> kinds.size()));
    call.setInputs(inputs.stream().mapToInt(Integer::intValue).toArray());
    call.setOutputs(new int[] {output});
    call.setBuiltinOptions(options);
    operators.add(call);
  }

  private int add(String name, TensorType type, byte[] data) {
    names.add(name);
    TensorT tensor = Tensors.of(name, type);
    if (data.length > 0) {
      tensor.setBuffer(buffers.size());
      buffers.add(data);
    }
    tensors.add(tensor);
    return tensors.size() - 1;
  }

  private String free(String base) {
    return Stream.iterate(2, n -> n + 1)
        .map(n -> base + "#" + n)
        .filter(name -> !names.contains(name))
        .findFirst()
        .filter(_ -> names.contains(base))
        .orElse(base);
  }

  /** {@return the tensors, in the order of their numbers} */
  ImmutableList<TensorT> tensors() {
    return ImmutableList.copyOf(tensors);
  }

  /** {@return the operators, in the order in which they run} */
  ImmutableList<OperatorT> operators() {
    return ImmutableList.copyOf(operators);
  }

  /** {@return what the operators are, in the order that they refer to} */
  ImmutableList<OperatorCodeT> codes() {
    return kinds.keySet().stream()
        .map(
            operator -> {
              OperatorCodeT code = new OperatorCodeT();
              code.setBuiltinCode(operator.code());
              code.setDeprecatedBuiltinCode((byte) Math.min(operator.code(), LARGEST_OLD_CODE));
              code.setVersion(operator.version());
              return code;
            })
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the kinds of operators in use} */
  ImmutableSet<Operator> kinds() {
    return ImmutableSet.copyOf(kinds.keySet());
  }

  /** {@return the bytes of the constants, in the order that tensors refer to} */
  ImmutableList<byte[]> buffers() {
    return ImmutableList.copyOf(buffers);
  }
}
