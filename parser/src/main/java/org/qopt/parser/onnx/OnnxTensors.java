package org.qopt.parser.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Function;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.print.Quoted;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Decodes constants. Every element is backed by bytes of the file before memory is taken. */
final class OnnxTensors {
  private OnnxTensors() {}

  /** {@return how elements of ONNX's {@code dataType} are stored, if that is supported} */
  static Optional<ElementKind> kind(int dataType) {
    return Optional.ofNullable(
        switch (dataType) {
          case DataType.FLOAT_VALUE -> ElementKind.F32;
          case DataType.FLOAT16_VALUE -> ElementKind.F16;
          case DataType.BFLOAT16_VALUE -> ElementKind.BF16;
          case DataType.DOUBLE_VALUE -> ElementKind.F64;
          case DataType.INT8_VALUE -> ElementKind.I8;
          case DataType.UINT8_VALUE -> ElementKind.U8;
          case DataType.INT16_VALUE -> ElementKind.I16;
          case DataType.UINT16_VALUE -> ElementKind.U16;
          case DataType.INT32_VALUE -> ElementKind.I32;
          case DataType.UINT32_VALUE -> ElementKind.U32;
          case DataType.INT64_VALUE -> ElementKind.I64;
          case DataType.UINT64_VALUE -> ElementKind.U64;
          case DataType.BOOL_VALUE -> ElementKind.BOOL;
          default -> null;
        });
  }

  /** {@return the kind that elements have in the program: floats of 16 bits become {@code f32}} */
  static ElementKind widened(ElementKind kind) {
    return kind == ElementKind.F16 || kind == ElementKind.BF16 ? ElementKind.F32 : kind;
  }

  /** {@return the name of ONNX's {@code dataType}} */
  static String typeName(int dataType) {
    DataType type = DataType.forNumber(dataType);
    return type == null ? "element type " + dataType : type.name();
  }

  /**
   * {@return the elements of {@code proto}; floats of 16 bits are widened}
   *
   * @param fault makes the error when they cannot be decoded
   */
  static Tensor decode(TensorProto proto, Function<String, InvalidInputException> fault) {
    String name = "constant " + Quoted.of(Text.of(proto.getNameBytes()));
    if (proto.getDataLocation() == DataLocation.EXTERNAL || proto.getExternalDataCount() > 0) {
      throw fault.apply(
          name
              + " is stored in another file; only models in one file are supported: save the model"
              + " without external data");
    }
    if (proto.hasSegment()) {
      throw fault.apply(name + " is stored in segments, which is not supported");
    }
    ElementKind kind =
        kind(proto.getDataType())
            .orElseThrow(
                () ->
                    fault.apply(
                        name + " is of type " + typeName(proto.getDataType()) + ", unsupported"));
    Shape shape = shape(proto, name, fault);
    long elements = elements(shape);
    Tensor stored =
        proto.hasRawData()
            ? raw(proto, kind, shape, elements, name, fault)
            : typed(proto, kind, shape, elements, name, fault);
    return stored.cast(widened(kind));
  }

  private static Shape shape(
      TensorProto proto, String name, Function<String, InvalidInputException> fault) {
    long[] dims = new long[proto.getDimsCount()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = proto.getDims(i);
      if (dims[i] < 0) {
        throw fault.apply(name + " has a negative dimension: " + dims[i]);
      }
    }
    return Shape.of(dims);
  }

  // More elements than any file can hold count as too many, not as an overflow.
  private static long elements(Shape shape) {
    try {
      return Math.min(shape.elements(), Long.MAX_VALUE / 16);
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE / 16;
    }
  }

  private static Tensor raw(
      TensorProto proto,
      ElementKind kind,
      Shape shape,
      long elements,
      String name,
      Function<String, InvalidInputException> fault) {
    long bytes = proto.getRawData().size();
    if (elements * kind.bytes() != bytes) {
      throw fault.apply(
          "%s of shape [%s] and type %s does not fit its %d bytes of data"
              .formatted(name, shape, typeName(proto.getDataType()), bytes));
    }
    return Tensor.mapped(kind, shape, MemorySegment.ofArray(proto.getRawData().toByteArray()));
  }

  private static Tensor typed(
      TensorProto proto,
      ElementKind kind,
      Shape shape,
      long elements,
      String name,
      Function<String, InvalidInputException> fault) {
    int found =
        switch (kind) {
          case F32 -> proto.getFloatDataCount();
          case F64 -> proto.getDoubleDataCount();
          case I64 -> proto.getInt64DataCount();
          case U32, U64 -> proto.getUint64DataCount();
          case BOOL, I8, U8, I16, U16, I32, F16, BF16 -> proto.getInt32DataCount();
        };
    if (found != elements) {
      throw fault.apply(
          "%s of shape [%s] and type %s has %d elements of data"
              .formatted(name, shape, typeName(proto.getDataType()), found));
    }
    return Tensor.of(kind, shape, array(proto, kind, found));
  }

  private static Object array(TensorProto proto, ElementKind kind, int count) {
    switch (kind) {
      case F32 -> {
        float[] array = new float[count];
        for (int i = 0; i < count; i++) {
          array[i] = proto.getFloatData(i);
        }
        return array;
      }
      case F64 -> {
        double[] array = new double[count];
        for (int i = 0; i < count; i++) {
          array[i] = proto.getDoubleData(i);
        }
        return array;
      }
      case I64, U64 -> {
        long[] array = new long[count];
        for (int i = 0; i < count; i++) {
          array[i] = kind == ElementKind.I64 ? proto.getInt64Data(i) : proto.getUint64Data(i);
        }
        return array;
      }
      case I32, U32 -> {
        int[] array = new int[count];
        for (int i = 0; i < count; i++) {
          array[i] = kind == ElementKind.I32 ? proto.getInt32Data(i) : (int) proto.getUint64Data(i);
        }
        return array;
      }
      case I16, U16, F16, BF16 -> {
        short[] array = new short[count];
        for (int i = 0; i < count; i++) {
          array[i] = (short) proto.getInt32Data(i);
        }
        return array;
      }
      case BOOL, I8, U8 -> {
        byte[] array = new byte[count];
        for (int i = 0; i < count; i++) {
          array[i] = (byte) proto.getInt32Data(i);
        }
        return array;
      }
    }
    throw new IllegalStateException();
  }
}
