package org.qopt.target.tpu.export;

import java.util.List;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.PadOptionsT;
import org.tensorflow.lite.schema.PadV2OptionsT;

/** {@code PAD}, which pads with the zero point, and {@code PADV2}, which pads with a constant. */
final class Pads {
  private Pads() {}

  /**
   * Adds an operator that surrounds {@code input} on the way to {@code value}.
   *
   * @param type the type of the padded tensor
   * @param padding before and after, for each axis
   * @param stored the integer to pad with
   */
  static void add(
      ModelGraph graph,
      Value value,
      int input,
      int output,
      TensorType type,
      int[] padding,
      int stored) {
    int list = graph.list(value, "padding", Shape.of(type.rank(), 2), padding);
    Width width = Width.of(value);
    if (stored == QuantizedTypes.uniform(type).orElseThrow().zeroPoint()) {
      graph.add(
          Operators.pad(width, type.rank()),
          BuiltinOptions.PadOptions,
          new PadOptionsT(),
          List.of(input, list),
          output);
      return;
    }
    Shape one = Shape.of(1);
    ElementKind kind = QuantizedTypes.storageKind(type).orElseThrow();
    int constant =
        graph.constant(
            value, "padding_value", type.withShape(one), Tensor.of(one, stored).cast(kind));
    graph.add(
        Operators.padV2(width, type.rank()),
        BuiltinOptions.PadV2Options,
        new PadV2OptionsT(),
        List.of(input, list, constant),
        output);
  }
}
