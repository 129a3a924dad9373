package org.qopt.littests;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * One number of an operation, made another: what somebody may do to a program by hand.
 *
 * @param place what is changed: the name of an attribute, or a value and a part of its type
 * @param what it becomes, in words
 * @param apply makes the change
 * @param undo takes it back
 */
record Change(String place, String what, Runnable apply, Runnable undo) {
  private static final List<String> WORDS =
      List.of(
          "none",
          "relu",
          "relu6",
          "relu_n1_to_1",
          "relu_0_to_1",
          "bounded",
          "double",
          "single",
          "nearest",
          "wide",
          "logistic",
          "sigmoid",
          "tanh",
          "hard_sigmoid",
          "asymmetric",
          "half_pixel",
          "align_corners");

  /** {@return all changes of one number or word in {@code operation} or the types around it} */
  static List<Change> of(Operation operation) {
    List<Change> all = new ArrayList<>();
    for (String name : new TreeSet<>(operation.allAttributes().entries().keySet())) {
      Attribute old = operation.allAttributes().entries().get(name);
      boolean written = operation.attribute(name).isPresent();
      for (Attribute other : others(old)) {
        all.add(
            new Change(
                other instanceof StringAttr word ? name + " = " + word.value() : name,
                other.toString(),
                () -> operation.setAttribute(name, other),
                () -> restore(operation, name, old, written)));
      }
    }
    for (int i = 0; i < operation.operandCount(); i++) {
      String name = "operand " + i;
      all.addAll(types(name, operation.operand(i)));
    }
    operation.results().forEach(result -> all.addAll(types("result", result)));
    return all;
  }

  private static void restore(Operation operation, String name, Attribute old, boolean written) {
    if (written) {
      operation.setAttribute(name, old);
    } else {
      operation.removeAttribute(name);
    }
  }

  private static List<Attribute> others(Attribute attribute) {
    List<Attribute> all = new ArrayList<>();
    switch (attribute) {
      case IntegerAttr(var value, var type) when type.toString().equals("i1") ->
          all.add(new IntegerAttr(value.not().and(BigInteger.ONE), type));
      case IntegerAttr(var value, var type) -> {
        all.add(new IntegerAttr(value.add(BigInteger.ONE), type));
        all.add(new IntegerAttr(value.subtract(BigInteger.ONE), type));
      }
      case DenseIntArrayAttr(var type, var values) ->
          LongStream.of(0, values.length() / 2, values.length() - 1)
              .distinct()
              .filter(i -> i >= 0 && i < values.length())
              .forEach(
                  i -> {
                    all.add(new DenseIntArrayAttr(type, changed(values, (int) i, 1)));
                    all.add(new DenseIntArrayAttr(type, changed(values, (int) i, -1)));
                  });
      case StringAttr(var text) ->
          WORDS.stream().filter(word -> !word.equals(text)).map(StringAttr::new).forEach(all::add);
      default -> {}
    }
    return all;
  }

  private static ImmutableLongArray changed(ImmutableLongArray values, int index, long by) {
    long[] other = values.toArray();
    other[index] += by;
    return ImmutableLongArray.copyOf(other);
  }

  private static List<Change> types(String name, Value value) {
    List<Change> all = new ArrayList<>();
    Type old = value.type();
    if (old instanceof TensorType tensor) {
      elements(tensor.elementType())
          .forEach(
              (part, element) ->
                  all.add(
                      new Change(
                          name + "'s " + part,
                          element.toString(),
                          () -> value.setType(tensor.withElementType(element)),
                          () -> value.setType(old))));
    }
    return all;
  }

  private static Map<String, Type> elements(Type element) {
    Map<String, Type> all = new LinkedHashMap<>();
    if (element != FloatType.F32) {
      all.put("elements", FloatType.F32);
    }
    switch (element) {
      case UniformQuantizedType(var storage, var expressed, var scale, var zero) -> {
        all.put("scale", new UniformQuantizedType(storage, expressed, 2 * scale, zero));
        all.put("zero point", new UniformQuantizedType(storage, expressed, scale, zero + 1));
      }
      case UniformQuantizedPerAxisType(
              var storage,
              var expressed,
              var axis,
              var scales,
              var zeros) -> {
        double[] other = scales.toArray();
        other[other.length - 1] *= 2;
        all.put(
            "scale",
            new UniformQuantizedPerAxisType(
                storage, expressed, axis, ImmutableDoubleArray.copyOf(other), zeros));
      }
      case BlockType block -> {
        block
            .staticExponents()
            .ifPresent(
                known ->
                    all.put(
                        "exponent",
                        exponent(block, Exponents.Static.of(known.values().get(0) + 1))));
      }
      default -> {}
    }
    return all;
  }

  private static BlockType exponent(BlockType block, Exponents exponents) {
    return new BlockType(
        block.bits(),
        block.sharing(),
        exponents,
        block.rounding(),
        block.saturation(),
        block.scale());
  }
}
