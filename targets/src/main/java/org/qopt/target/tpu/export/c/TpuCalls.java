package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CType;
import org.qopt.target.c.Moves;
import org.qopt.target.tpu.dialect.AddOp;
import org.qopt.target.tpu.dialect.AvgPool2dOp;
import org.qopt.target.tpu.dialect.ByteFunctions;
import org.qopt.target.tpu.dialect.ClampOp;
import org.qopt.target.tpu.dialect.ConcatOp;
import org.qopt.target.tpu.dialect.Conv2dOp;
import org.qopt.target.tpu.dialect.Conv2dTransposeOp;
import org.qopt.target.tpu.dialect.DepthwiseConv2dOp;
import org.qopt.target.tpu.dialect.FullyConnectedOp;
import org.qopt.target.tpu.dialect.HardSwishOp;
import org.qopt.target.tpu.dialect.LookupOp;
import org.qopt.target.tpu.dialect.MaxPool2dOp;
import org.qopt.target.tpu.dialect.MeanOp;
import org.qopt.target.tpu.dialect.MulOp;
import org.qopt.target.tpu.dialect.PadOp;
import org.qopt.target.tpu.dialect.RescaleOp;
import org.qopt.target.tpu.dialect.ResizeBilinearOp;
import org.qopt.target.tpu.dialect.ResizeNearestOp;
import org.qopt.target.tpu.dialect.SliceOp;
import org.qopt.target.tpu.dialect.SoftmaxOp;
import org.qopt.target.tpu.dialect.SubOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.dialect.TransposeOp;
import org.qopt.target.tpu.dialect.WideFunctionOp;
import org.qopt.target.tpu.dialect.WideSoftmaxOp;

/** The calls of all operations on numbers of one width. */
final class TpuCalls {
  private final Map<OpDef, Calls> calls = new HashMap<>();

  /** The calls of one kind of operation. */
  @FunctionalInterface
  private interface Calls {
    ImmutableList<CCall> of(Operation operation);
  }

  /** The calls that there are in both widths. */
  private TpuCalls(CType type) {
    Moves moves = new Moves(type);
    calls.put(AddOp.DEF, operation -> ElementwiseCalls.sum(operation, 1));
    calls.put(SubOp.DEF, operation -> ElementwiseCalls.sum(operation, -1));
    calls.put(MulOp.DEF, ElementwiseCalls::product);
    calls.put(AvgPool2dOp.DEF, ReductionCalls::averagePool);
    calls.put(MaxPool2dOp.DEF, ReductionCalls::maxPool);
    calls.put(MeanOp.DEF, ReductionCalls::mean);
    calls.put(ResizeNearestOp.DEF, ResizeCalls::nearest);
    calls.put(ResizeBilinearOp.DEF, ResizeCalls::bilinear);
    calls.put(TransposeOp.DEF, moves::transpose);
    calls.put(SliceOp.DEF, moves::slice);
    calls.put(ConcatOp.DEF, moves::concat);
    calls.put(
        PadOp.DEF,
        operation -> moves.pad(operation, TpuAttributes.integer(operation, PadOp.VALUE)));
  }

  static TpuCalls ofBytes() {
    TpuCalls all = new TpuCalls(CType.I8);
    all.calls.put(Conv2dOp.DEF, AccumulatorCalls::conv2d);
    all.calls.put(Conv2dTransposeOp.DEF, AccumulatorCalls::conv2dTranspose);
    all.calls.put(DepthwiseConv2dOp.DEF, AccumulatorCalls::depthwiseConv2d);
    all.calls.put(FullyConnectedOp.DEF, AccumulatorCalls::fullyConnected);
    all.calls.put(SoftmaxOp.DEF, ReductionCalls::softmax);
    for (OpDef def : List.of(LookupOp.DEF, RescaleOp.DEF, ClampOp.DEF, HardSwishOp.DEF)) {
      all.calls.put(
          def,
          operation ->
              ElementwiseCalls.lookup(operation, ByteFunctions.of(operation).orElseThrow()));
    }
    return all;
  }

  static TpuCalls ofShorts() {
    TpuCalls all = new TpuCalls(CType.I16);
    all.calls.put(Conv2dOp.DEF, WideCalls::conv2d);
    all.calls.put(Conv2dTransposeOp.DEF, WideCalls::conv2d);
    all.calls.put(DepthwiseConv2dOp.DEF, WideCalls::depthwiseConv2d);
    all.calls.put(FullyConnectedOp.DEF, WideCalls::fullyConnected);
    all.calls.put(RescaleOp.DEF, WideCalls::rescale);
    all.calls.put(ClampOp.DEF, WideCalls::rescale);
    all.calls.put(WideFunctionOp.DEF, WideCalls::function);
    all.calls.put(WideSoftmaxOp.DEF, WideCalls::softmax);
    return all;
  }

  /**
   * {@return the calls of {@code operation}}
   *
   * @throws IllegalArgumentException if there is no kernel for it
   */
  ImmutableList<CCall> of(Operation operation) {
    return operation
        .def()
        .map(calls::get)
        .orElseThrow(() -> new IllegalArgumentException("there is no kernel for it"))
        .of(operation);
  }
}
