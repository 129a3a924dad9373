package org.qopt.parser.tflite;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.InputShapes;
import org.qopt.parser.model.ModelFile;

/**
 * Reads TensorFlow Lite models that compute in float, with weights in any form: {@code float32},
 * {@code float16}, or integers with a scale; and those that compute with integers, whose operators
 * stand between casts then.
 *
 * <p>The program has one function {@code @main} whose arguments and results are the model's inputs
 * and outputs, in order. Every value's location is the name of its tensor. Padding {@code SAME}
 * becomes explicit; fused activations become the attribute {@code activation} or, where the
 * operation has none, an operation after it.
 */
public final class TfliteReader {
  private TfliteReader() {}

  /**
   * {@return the program in {@code file}, a {@code builtin.module}; dimensions that may change have
   * the sizes that the model declares}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the file cannot be read, is not a valid
   *     model, or holds what is not supported
   */
  public static Operation read(Path file) {
    return read(file, Map.of());
  }

  /**
   * {@return the program in {@code file}, a {@code builtin.module}}
   *
   * @param inputShapes shapes of inputs by name, for those whose dimensions may change
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the file cannot be read, is not a valid
   *     model, holds what is not supported, or has no such inputs
   */
  public static Operation read(Path file, Map<String, Shape> inputShapes) {
    try {
      int size = ModelFile.checkedSize(file);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        // The mapping lives as long as a constant refers to it: weights are not copied here.
        var memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto());
        return read(memory.asByteBuffer(), inputShapes);
      }
    } catch (IOException e) {
      throw ModelFile.located(file, ModelFile.unreadable(e));
    } catch (InvalidInputException e) {
      throw ModelFile.located(file, e);
    }
  }

  /** {@return the program in {@code bytes}, as {@link #read(Path, Map)} would} */
  static Operation read(ByteBuffer bytes, Map<String, Shape> inputShapes) {
    return new GraphImport(TfliteDecoder.decode(bytes), new InputShapes(inputShapes)).program();
  }
}
