package org.qopt.passes.shapeinference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.Operation;
import org.qopt.passes.shapeinference.SymbolicShapes.Origin;
import org.qopt.passes.shapeinference.SymbolicShapes.Positions;

/**
 * The dimensions that slices leave, as symbols. Where a slice begins and ends is cut to the axis,
 * so that it is told only if all sizes that the axis may have are far enough from that.
 */
final class SymbolicSlices {
  private static final Optional<Dim> BEFORE_FIRST = Optional.of(Dim.of(-1));

  private SymbolicSlices() {}

  static List<Dim> slice(Operation operation, List<List<Dim>> operands, SymbolicShapes shapes) {
    SliceOp slice = new SliceOp(operation);
    List<Dim> result = new ArrayList<>(operands.getFirst());
    for (int i = 0; i < slice.starts().length; i++) {
      int index = i;
      int axis = Axes.normalize(slice.axes().map(axes -> axes[index]).orElse(i), result.size());
      long step = slice.steps().map(steps -> steps[index]).orElse(1L);
      Optional<Dim> room = room(result.get(axis), slice.starts()[i], slice.ends()[i], step);
      Origin origin = new Origin(operation.result(), axis);
      result.set(
          axis,
          room.flatMap(all -> count(all, step, origin, shapes)).orElse(SymbolicRules.UNKNOWN));
    }
    return result;
  }

  // How many indices there are from the first to before the end, in the direction of the step.
  private static Optional<Dim> room(Dim size, long start, long end, long step) {
    Optional<Dim> from = step > 0 ? place(size, start) : placeBackward(size, start);
    Optional<Dim> to = step > 0 ? place(size, end) : placeBackward(size, end);
    Optional<Dim> low = step > 0 ? from : to;
    Optional<Dim> high = step > 0 ? to : from;
    return high.flatMap(upper -> low.flatMap(lower -> minus(upper, lower)))
        .filter(room -> room.least().orElse(-1) >= 0);
  }

  private static Optional<Dim> count(Dim room, long step, Origin origin, SymbolicShapes shapes) {
    if (step == 1 || step == -1) {
      return Optional.of(room);
    }
    return step == Long.MIN_VALUE
        ? Optional.empty()
        : minus(room, Dim.of(1))
            .flatMap(way -> shapes.count(new Positions(way, Math.abs(step)), origin));
  }

  // An index that is cut to [0, size]. What is larger than any size stands for all.
  private static Optional<Dim> place(Dim size, long index) {
    if (index >= Integer.MAX_VALUE) {
      return Optional.of(size);
    }
    if (index <= Integer.MIN_VALUE) {
      return Optional.of(Dim.of(0));
    }
    boolean inside = size.least().orElse(0) >= Math.abs(index);
    return inside ? fromStart(size, index) : Optional.empty();
  }

  // An index that is cut to [-1, size - 1].
  private static Optional<Dim> placeBackward(Dim size, long index) {
    if (index >= Integer.MAX_VALUE) {
      return minus(size, Dim.of(1));
    }
    if (index <= Integer.MIN_VALUE) {
      return BEFORE_FIRST;
    }
    // -(size + 1) is the one before the first, too.
    long needed = index < 0 ? -index - 1 : index + 1;
    return size.least().orElse(0) >= needed ? fromStart(size, index) : Optional.empty();
  }

  private static Optional<Dim> fromStart(Dim size, long index) {
    return index < 0 ? size.plus(Dim.of(index)) : Optional.of(Dim.of(index));
  }

  private static Optional<Dim> minus(Dim a, Dim b) {
    return b.times(Dim.of(-1)).flatMap(a::plus);
  }
}
