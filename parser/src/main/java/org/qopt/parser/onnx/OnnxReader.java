package org.qopt.parser.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.InputShapes;
import org.qopt.parser.model.ModelFile;

/**
 * Reads ONNX models that compute in float, or between {@code QuantizeLinear} and {@code
 * DequantizeLinear}; weights of {@code float16} are widened.
 *
 * <p>The program has one function {@code @main} whose arguments and results are the model's inputs
 * and outputs, in order and in the model's own layout. Every value's location is its name in the
 * model; a copy in the other layout is {@code NAME/nhwc} or {@code NAME/nchw}.
 */
public final class OnnxReader {
  private OnnxReader() {}

  /**
   * {@return the program in {@code file}, a {@code builtin.module}}
   *
   * @param inputShapes shapes of inputs by name, in the model's layout; they fix what the model
   *     leaves open. A symbol that one of them fixes is fixed for every input
   * @throws InvalidInputException if the file cannot be read, is not a valid model, holds what is
   *     not supported, or has no such inputs
   */
  public static Operation read(Path file, Map<String, Shape> inputShapes) {
    try {
      ModelFile.checkedSize(file);
      // From an array: protobuf reads streams and buffers by means that JDK 25 warns of.
      byte[] bytes = Files.readAllBytes(file);
      return read(ModelProto.parseFrom(bytes), bytes.length, inputShapes);
    } catch (InvalidProtocolBufferException e) {
      throw ModelFile.located(
          file, ModelFile.fault("not a valid ONNX model: the file is truncated or corrupt"));
    } catch (IOException e) {
      throw ModelFile.located(file, ModelFile.unreadable(e));
    } catch (InvalidInputException e) {
      throw ModelFile.located(file, e);
    }
  }

  /**
   * {@return the program in {@code model}}
   *
   * @param size the size of the file that it was decoded from
   */
  static Operation read(ModelProto model, long size, Map<String, Shape> inputShapes) {
    return new OnnxImport(model, size, new InputShapes(inputShapes)).program();
  }
}
