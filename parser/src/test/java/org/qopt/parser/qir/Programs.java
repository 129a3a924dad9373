package org.qopt.parser.qir;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.SoftmaxOp;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Block;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.attribute.UnitAttr;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.IndexType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.NoneType;
import org.qopt.ir.type.OpaqueType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.ir.type.UnrankedTensorType;

/** Makes programs of all that the syntax has, the same for the same seed; most are not valid IR. */
final class Programs {
  private static final int DEPTH = 3;
  private static final String[] WORDS = {
    "a", "axis", "two words", "quote\"", "back\\slash", "ümlaut", "i32", "true", "9x", "a.b$c", "\n"
  };

  private final Random random;

  private Programs(long seed) {
    random = new Random(seed);
  }

  /** {@return a module with functions and operations} */
  static Operation module(long seed) {
    return new Programs(seed).module();
  }

  private Operation module() {
    ModuleOp module = ModuleOp.create(location());
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      module.body().append(function("f" + i));
    }
    return module.operation();
  }

  private Operation function(String name) {
    List<Type> inputs = types(3);
    FuncOp function =
        FuncOp.create(
            location(),
            name,
            FunctionType.of(inputs, inputs),
            inputs.stream().map(_ -> location()).toList());
    List<DictionaryAttr> attributes = inputs.stream().map(_ -> dictionary("test.", 2)).toList();
    if (!attributes.stream().allMatch(DictionaryAttr::isEmpty)) {
      function.operation().setAttribute("arg_attrs", ArrayAttr.of(attributes));
    }
    List<Value> visible = new ArrayList<>(function.arguments());
    fill(function.entry(), visible, DEPTH);
    function
        .entry()
        .append(
            new Operation(
                OperationState.of(ReturnOp.DEF, location()).addOperands(function.arguments())));
    return function.operation();
  }

  private void fill(Block block, List<Value> visible, int depth) {
    for (int i = 0; i < random.nextInt(5); i++) {
      visible.addAll(add(block, visible, List.of(), depth).results());
    }
  }

  private Operation add(Block block, List<Value> visible, List<Block> targets, int depth) {
    if (depth > 0 && !visible.isEmpty() && random.nextInt(3) == 0) {
      return known(block, visible);
    }
    OperationState state =
        OperationState.of("test.op" + random.nextInt(3), Optional.empty(), location())
            .addOperands(some(visible))
            .addResults(types(3))
            .addSuccessors(targets)
            .setProperties(dictionary("", 2))
            .setAll(dictionary("d.", 3))
            .regions(depth > 0 ? random.nextInt(3) : 0);
    Operation operation = OpBuilder.atEndOf(block).create(state);
    for (Region region : operation.regions()) {
      blocks(region, visible, depth - 1);
    }
    return operation;
  }

  // Each block may be followed by any after it, so only the first one's values are visible in all.
  private void blocks(Region region, List<Value> visible, int depth) {
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      region.addBlock();
    }
    List<Value> shared = new ArrayList<>(visible);
    for (int i = 0; i < count; i++) {
      Block block = region.blocks().get(i);
      List<Value> inside = i == 0 ? shared : new ArrayList<>(shared);
      types(2).forEach(type -> inside.add(block.addArgument(type, location())));
      fill(block, inside, depth);
      if (count > 1) {
        add(block, inside, region.blocks().subList(i + 1, count), 0);
      }
    }
  }

  private Operation known(Block block, List<Value> visible) {
    Value x = visible.get(random.nextInt(visible.size()));
    OperationState state =
        random.nextBoolean()
            ? OperationState.of(ReluOp.DEF, location())
            : OperationState.of(SoftmaxOp.DEF, location())
                .set("axis", IntegerAttr.i64(random.nextInt(4)))
                .set("d.extra", attribute(1));
    return OpBuilder.atEndOf(block).create(state.addOperands(x).addResult(x.type()));
  }

  private List<Value> some(List<Value> values) {
    List<Value> some = new ArrayList<>();
    for (int i = 0; !values.isEmpty() && i < random.nextInt(4); i++) {
      some.add(values.get(random.nextInt(values.size())));
    }
    return some;
  }

  private List<Type> types(int most) {
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < random.nextInt(most + 1); i++) {
      types.add(type(2));
    }
    return types;
  }

  private Type type(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 4)) {
      case 0 -> IntegerType.of(1 + random.nextInt(64));
      case 1 -> new IntegerType(8, IntegerType.Signedness.values()[random.nextInt(3)]);
      // mlir-opt 19 does not know the last one.
      case 2 -> FloatType.values()[random.nextInt(FloatType.values().length - 1)];
      case 3 -> random.nextBoolean() ? IndexType.INDEX : NoneType.NONE;
      case 4 -> new UnrankedTensorType(elementType());
      case 5 -> FunctionType.of(List.of(type(depth - 1)), List.of(type(depth - 1)));
      case 6 -> FunctionType.of(List.of(), List.of());
      case 7 -> new OpaqueType("!other.type<\"a>b\", [(i32) -> f32], {x = <1>}>");
      default -> TensorType.of(shape(), elementType());
    };
  }

  private Type elementType() {
    return switch (random.nextInt(5)) {
      case 0 -> UniformQuantizedType.of(StorageType.I8, 0.1f + random.nextFloat(), -3);
      case 1 ->
          UniformQuantizedPerAxisType.symmetric(
              StorageType.I8_NARROW, 0, new double[] {0.5, 1e-7 + random.nextFloat()});
      case 2 -> new OpaqueType("complex<f32>");
      case 3 -> FloatType.F32;
      default -> IntegerType.I8;
    };
  }

  private Shape shape() {
    long[] dims = new long[random.nextInt(4)];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = random.nextInt(5) == 0 ? Shape.DYNAMIC : random.nextInt(4);
    }
    return Shape.of(dims);
  }

  private DictionaryAttr dictionary(String prefix, int most) {
    Map<String, Attribute> entries = new java.util.TreeMap<>();
    for (int i = 0; i < random.nextInt(most + 1); i++) {
      entries.put(prefix + word(), attribute(2));
    }
    return DictionaryAttr.of(entries);
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private Attribute attribute(int depth) {
    return switch (random.nextInt(depth > 0 ? 13 : 10)) {
      case 0 -> UnitAttr.UNIT;
      case 1 -> IntegerAttr.of(random.nextBoolean());
      case 2 -> new IntegerAttr(new BigInteger(80, random), IntegerType.of(100));
      case 3 -> FloatAttr.f32(Float.intBitsToFloat(random.nextInt(0x7F80_0000)));
      case 4 -> new FloatAttr(random.nextGaussian() * 1e-300, FloatType.F64);
      case 5 -> new StringAttr(word());
      case 6 -> new SymbolRefAttr(com.google.common.collect.ImmutableList.of(word(), "g"));
      case 7 -> new TypeAttr(type(1));
      case 8 -> new DenseIntArrayAttr(IntegerType.I16, ImmutableLongArray.of(-5, 6));
      case 9 -> new DenseFloatArrayAttr(FloatType.F32, ImmutableDoubleArray.of(0.5, -1e30f));
      case 10 -> ArrayAttr.of(List.of(attribute(depth - 1), attribute(depth - 1)));
      case 11 -> dictionary("", 2);
      default -> elements();
    };
  }

  private Attribute elements() {
    ElementKind kind = ElementKind.values()[random.nextInt(ElementKind.values().length)];
    Shape shape = Shape.of(random.nextInt(3), random.nextInt(4), random.nextInt(30));
    if (random.nextInt(3) == 0 && shape.elements() > 0) {
      return DenseElementsAttr.of(Tensor.splat(shape, Tensor.of(Shape.of(), 7).cast(kind)));
    }
    int[] values = random.ints(shape.elements(), -100, 100).toArray();
    return DenseElementsAttr.of(Tensor.of(shape, values).cast(kind));
  }

  private Location location() {
    return switch (random.nextInt(4)) {
      case 0 -> UnknownLocation.UNKNOWN;
      case 1 -> NameLocation.of(word());
      case 2 -> new NameLocation(word(), Optional.of(new FileLocation("a b.qir", 3, 4)));
      default ->
          FusedLocation.of(List.of(NameLocation.of("x" + word()), new FileLocation("f", 1, 2)));
    };
  }
}
