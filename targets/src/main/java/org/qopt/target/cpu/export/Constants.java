package org.qopt.target.cpu.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.common.primitives.Longs;
import com.google.protobuf.ByteString;
import java.lang.foreign.ValueLayout;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Constants as ONNX stores them: little-endian bytes. */
final class Constants {
  private Constants() {}

  /** {@return the number of the type that elements of this kind have in ONNX} */
  static int type(ElementKind kind) {
    return switch (kind) {
      case BOOL -> DataType.BOOL_VALUE;
      case I8 -> DataType.INT8_VALUE;
      case U8 -> DataType.UINT8_VALUE;
      case I16 -> DataType.INT16_VALUE;
      case U16 -> DataType.UINT16_VALUE;
      case I32 -> DataType.INT32_VALUE;
      case U32 -> DataType.UINT32_VALUE;
      case I64 -> DataType.INT64_VALUE;
      case U64 -> DataType.UINT64_VALUE;
      case F16 -> DataType.FLOAT16_VALUE;
      case BF16 -> DataType.BFLOAT16_VALUE;
      case F32 -> DataType.FLOAT_VALUE;
      case F64 -> DataType.DOUBLE_VALUE;
    };
  }

  /** {@return {@code tensor}, with its axes in the order of {@code layout}} */
  static TensorProto of(String name, Tensor tensor, Layout layout) {
    byte[] stored = bytes(tensor);
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(type(tensor.kind()))
        .addAllDims(Longs.asList(layout.dims(tensor.shape())))
        .setRawData(
            ByteString.copyFrom(ordered(stored, tensor.kind().bytes(), tensor.shape(), layout)))
        .build();
  }

  /** {@return bytes of int8 as the uint8 numbers that are larger by 128} */
  static Tensor unsigned(Tensor tensor) {
    byte[] signed = tensor.bytes();
    byte[] result = new byte[signed.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (signed[i] ^ 0x80);
    }
    return Tensor.of(ElementKind.U8, tensor.shape(), result);
  }

  private static byte[] bytes(Tensor tensor) {
    byte[] stored = tensor.memory().toArray(ValueLayout.JAVA_BYTE);
    if (!tensor.isSplat()) {
      return stored;
    }
    byte[] all = new byte[Math.multiplyExact(Math.toIntExact(tensor.size()), stored.length)];
    for (int i = 0; i < all.length; i++) {
      all[i] = stored[i % stored.length];
    }
    return all;
  }

  private static byte[] ordered(byte[] stored, int width, Shape shape, Layout layout) {
    if (layout.isPlain() || stored.length == 0) {
      return stored;
    }
    int rank = shape.rank();
    int[] strides = new int[rank];
    for (int i = rank - 1, stride = width; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape.size(i);
    }
    byte[] result = new byte[stored.length];
    int[] index = new int[rank];
    int from = 0;
    for (int to = 0; to < result.length; to += width) {
      System.arraycopy(stored, from, result, to, width);
      // The next element of the result: its last axis moves first.
      for (int i = rank - 1; i >= 0; i--) {
        int axis = layout.axes().get(i);
        from += strides[axis];
        if (++index[i] < shape.size(axis)) {
          break;
        }
        from -= index[i] * strides[axis];
        index[i] = 0;
      }
    }
    return result;
  }
}
