package org.qopt.parser.onnx;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qopt.ir.print.Quoted;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.model.InputShapes;
import org.qopt.parser.model.ModelFile;

/** Finds the types of a model's inputs from what it declares and what the user gave. */
final class OnnxInputTypes {
  private final InputShapes given;
  private final Map<String, Long> symbols = new HashMap<>();

  OnnxInputTypes(InputShapes given) {
    this.given = given;
  }

  List<TensorType> of(List<ValueInfoProto> inputs) {
    given.requireAmong(inputs.stream().map(OnnxInputTypes::name).toList());
    inputs.forEach(this::bindSymbols);
    return inputs.stream().map(this::type).toList();
  }

  private void bindSymbols(ValueInfoProto input) {
    String name = name(input);
    TypeProto.Tensor declared = input.getType().getTensorType();
    if (!given.contains(name) || !declared.hasShape()) {
      return;
    }
    Shape shape = given.resolve(name, shape(declared.getShape()));
    for (int i = 0; i < shape.rank(); i++) {
      String symbol = Text.of(declared.getShape().getDim(i).getDimParamBytes());
      if (!isSymbol(symbol) || shape.isDynamic(i)) {
        continue;
      }
      Long bound = symbols.put(symbol, shape.dim(i));
      if (bound != null && bound != shape.dim(i)) {
        throw ModelFile.fault(
            "the shapes given for the inputs make dimension %s both %d and %d"
                .formatted(Quoted.of(symbol), bound, shape.dim(i)));
      }
    }
  }

  private TensorType type(ValueInfoProto input) {
    String name = name(input);
    if (!input.getType().hasTensorType()) {
      throw ModelFile.fault("input " + Quoted.of(name) + " is not a tensor");
    }
    TypeProto.Tensor declared = input.getType().getTensorType();
    ElementKind kind =
        OnnxTensors.kind(declared.getElemType())
            .map(OnnxTensors::widened)
            .filter(k -> k != ElementKind.F64)
            .orElseThrow(
                () ->
                    ModelFile.fault(
                        "input %s is of type %s; FLOAT is supported, and integers as indices"
                            .formatted(
                                Quoted.of(name), OnnxTensors.typeName(declared.getElemType()))));
    if (declared.hasShape()) {
      return TensorType.of(given.resolve(name, shape(declared.getShape())), kind.type());
    }
    if (!given.contains(name)) {
      throw ModelFile.fault(
          "input %s has no shape: give it with --input-shape=%s=...".formatted(name, name));
    }
    return TensorType.of(given.byName().get(name), kind.type());
  }

  /** {@return the name of an input or output} */
  static String name(ValueInfoProto info) {
    return Text.of(info.getNameBytes());
  }

  // Some writers put "?" for each dimension that they know nothing of.
  private static boolean isSymbol(String name) {
    return !name.isEmpty() && Character.isUnicodeIdentifierStart(name.charAt(0));
  }

  // Writers mark open dimensions by a symbol, by nothing, or by -1 or 0.
  private Shape shape(TensorShapeProto proto) {
    long[] dims = new long[proto.getDimCount()];
    for (int i = 0; i < dims.length; i++) {
      Dimension dim = proto.getDim(i);
      dims[i] =
          dim.hasDimValue() && dim.getDimValue() > 0
              ? dim.getDimValue()
              : symbols.getOrDefault(Text.of(dim.getDimParamBytes()), Shape.DYNAMIC);
    }
    return Shape.of(dims);
  }
}
