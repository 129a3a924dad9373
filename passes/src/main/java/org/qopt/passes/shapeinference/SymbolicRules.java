package org.qopt.passes.shapeinference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.AvgPool2dOp;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.dialect.nn.DivOp;
import org.qopt.dialect.nn.DynamicReshapeOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.MatmulOp;
import org.qopt.dialect.nn.MaxPool2dOp;
import org.qopt.dialect.nn.MeanOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.PadOp;
import org.qopt.dialect.nn.PowOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.ResizeOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/** What the dimensions of operands, as symbols, tell of the result's. */
final class SymbolicRules {
  /** Stands for a dimension that no rule tells. */
  static final Dim UNKNOWN = Dim.of(-1);

  private static final Map<OpDef, Rule> RULES =
      Map.ofEntries(
          Map.entry(AddOp.DEF, plain(SymbolicRules::broadcast)),
          Map.entry(SubOp.DEF, plain(SymbolicRules::broadcast)),
          Map.entry(MulOp.DEF, plain(SymbolicRules::broadcast)),
          Map.entry(DivOp.DEF, plain(SymbolicRules::broadcast)),
          Map.entry(PowOp.DEF, plain(SymbolicRules::broadcast)),
          Map.entry(FullyConnectedOp.DEF, plain(SymbolicRules::fullyConnected)),
          Map.entry(MatmulOp.DEF, plain(SymbolicRules::matmul)),
          Map.entry(Conv2dOp.DEF, SymbolicWindows::convolution),
          Map.entry(DepthwiseConv2dOp.DEF, SymbolicWindows::convolution),
          Map.entry(Conv2dTransposeOp.DEF, plain(SymbolicWindows::transposed)),
          Map.entry(ResizeOp.DEF, SymbolicWindows::resized),
          Map.entry(AvgPool2dOp.DEF, SymbolicWindows::pool),
          Map.entry(MaxPool2dOp.DEF, SymbolicWindows::pool),
          Map.entry(MeanOp.DEF, plain(SymbolicRules::mean)),
          Map.entry(TransposeOp.DEF, plain(SymbolicRules::transpose)),
          Map.entry(ConcatOp.DEF, plain(SymbolicRules::concat)),
          Map.entry(SliceOp.DEF, SymbolicSlices::slice),
          Map.entry(PadOp.DEF, plain(SymbolicRules::pad)));

  private SymbolicRules() {}

  /** The dimensions of the only result from those of the operands, with new symbols of shapes. */
  @FunctionalInterface
  private interface Rule {
    List<Dim> dims(Operation operation, List<List<Dim>> operands, SymbolicShapes shapes);
  }

  private static Rule plain(BiFunction<Operation, List<List<Dim>>, List<Dim>> rule) {
    return (operation, operands, _) -> rule.apply(operation, operands);
  }

  /**
   * {@return the dimensions of the result of {@code operation}, those that are not told {@link
   * #UNKNOWN}; empty if there is no rule, or nothing is known of an operand}
   */
  static Optional<List<Dim>> dims(Operation operation, SymbolicShapes shapes) {
    if (operation.operandCount() == 0) {
      return Optional.empty();
    }
    if (operation.has(Traits.SAME_SHAPE)) {
      return shapes.dims(operation.operand(0));
    }
    if (operation.is(ReshapeOp.DEF) || operation.is(DynamicReshapeOp.DEF)) {
      return SymbolicReshape.dims(operation, shapes);
    }
    Optional<Rule> rule = operation.def().map(RULES::get);
    List<List<Dim>> operands = new ArrayList<>();
    operation.operands().forEach(value -> shapes.dims(value).ifPresent(operands::add));
    if (rule.isEmpty() || operands.size() != operation.operandCount()) {
      return Optional.empty();
    }
    try {
      return Optional.of(rule.get().dims(operation, operands, shapes));
    } catch (InferenceException e) {
      // The types of the operands do not fit together, which is said where types are inferred.
      return Optional.empty();
    }
  }

  private static List<Dim> broadcast(Operation operation, List<List<Dim>> operands) {
    return broadcast(operands.get(0), operands.get(1));
  }

  private static List<Dim> broadcast(List<Dim> a, List<Dim> b) {
    List<Dim> result = new ArrayList<>();
    int rank = Math.max(a.size(), b.size());
    for (int i = 0; i < rank; i++) {
      result.add(broadcast(fromEnd(a, rank - i), fromEnd(b, rank - i)));
    }
    return result;
  }

  private static Dim fromEnd(List<Dim> dims, int distance) {
    return distance > dims.size() ? Dim.of(1) : dims.get(dims.size() - distance);
  }

  // Of two different symbols either may be 1.
  private static Dim broadcast(Dim a, Dim b) {
    if (a.equals(b) || b.is(1)) {
      return a;
    }
    if (a.is(1) || b.known().isPresent()) {
      return b;
    }
    return a.known().isPresent() ? a : UNKNOWN;
  }

  private static List<Dim> fullyConnected(Operation operation, List<List<Dim>> operands) {
    List<Dim> result = new ArrayList<>(operands.get(0));
    result.set(result.size() - 1, operands.get(1).getFirst());
    return result;
  }

  private static List<Dim> matmul(Operation operation, List<List<Dim>> operands) {
    List<Dim> a = operands.get(0);
    List<Dim> b = operands.get(1);
    List<Dim> result =
        new ArrayList<>(broadcast(a.subList(0, a.size() - 2), b.subList(0, b.size() - 2)));
    result.add(a.get(a.size() - 2));
    result.add(b.getLast());
    return result;
  }

  private static List<Dim> mean(Operation operation, List<List<Dim>> operands) {
    MeanOp mean = new MeanOp(operation);
    List<Dim> x = operands.getFirst();
    boolean[] reduced = Axes.set(mean.axes(), x.size());
    List<Dim> result = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      if (!reduced[i]) {
        result.add(x.get(i));
      } else if (mean.keepDims()) {
        result.add(Dim.of(1));
      }
    }
    return result;
  }

  private static List<Dim> transpose(Operation operation, List<List<Dim>> operands) {
    return operation.required("permutation", DenseIntArrayAttr.class).values().stream()
        .mapToObj(axis -> operands.getFirst().get((int) axis))
        .toList();
  }

  private static List<Dim> concat(Operation operation, List<List<Dim>> operands) {
    List<Dim> result = new ArrayList<>(operands.getFirst());
    int axis = Axes.normalize(new ConcatOp(operation).axis(), result.size());
    for (List<Dim> operand : operands.subList(1, operands.size())) {
      Dim sum = result.get(axis);
      result.set(axis, sum.equals(UNKNOWN) ? UNKNOWN : sum.plus(operand.get(axis)).orElse(UNKNOWN));
    }
    return result;
  }

  private static List<Dim> pad(Operation operation, List<List<Dim>> operands) {
    long[] padding = operation.required("padding", DenseIntArrayAttr.class).values().toArray();
    List<Dim> result = new ArrayList<>();
    for (int i = 0; i < operands.getFirst().size(); i++) {
      Dim around = Dim.of(padding[2 * i] + padding[2 * i + 1]);
      result.add(operands.getFirst().get(i).plus(around).orElse(UNKNOWN));
    }
    return result;
  }
}
