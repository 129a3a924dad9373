package org.qopt.parser.qir;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.Traits;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.ir.print.Trailer;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.io.OutputFiles;
import org.qopt.parser.io.TensorBytes;
import org.qopt.parser.safetensors.SafetensorsWriter;

/**
 * Writes programs to files. Constants of more than {@value #INLINE_BYTES} bytes go to a {@code
 * .safetensors} file beside the text, which names it and its hash in the trailer.
 */
public final class QirWriter {
  /** Constants up to this size stay in the text. */
  public static final int INLINE_BYTES = 1024;

  private QirWriter() {}

  /**
   * Writes a program in the pretty form with its locations, and its large constants beside it. Both
   * files appear whole or not at all; where no constant is large there is no second one. A file
   * with weights that is already there, and that this text does not use, is left alone.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if a file cannot be written
   */
  public static void writeFile(Program program, Path file) {
    LargeConstants large = LargeConstants.of(program.module());
    try (OutputFiles outputs = new OutputFiles()) {
      Trailer trailer = program.trailer();
      Path beside = file.resolveSibling(stem(file) + ".safetensors");
      if (!large.tensors().isEmpty()) {
        String hash;
        try (OutputStream out =
            new BufferedOutputStream(Files.newOutputStream(stage(beside, outputs)))) {
          hash = SafetensorsWriter.writeHashed(out, large.tensors());
        }
        trailer = new Weights(beside.getFileName().toString(), hash).addTo(trailer);
      }
      PrintOptions options =
          PrintOptions.PRETTY
              .withLocations(true)
              .withResourceKey(constant -> Optional.ofNullable(large.keys().get(constant)))
              .withTrailer(trailer);
      writeText(program, options, stage(file, outputs));
      outputs.commit();
    } catch (IOException e) {
      throw FileFaults.writing(file.toString(), e);
    }
  }

  /**
   * Writes a program in one file, all constants in the text, as the options say; the trailer is the
   * program's.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the file cannot be written
   */
  public static void writeFile(Program program, Path file, PrintOptions options) {
    try (OutputFiles outputs = new OutputFiles()) {
      writeText(program, program.printedBy(options), stage(file, outputs));
      outputs.commit();
    } catch (IOException e) {
      throw FileFaults.writing(file.toString(), e);
    }
  }

  // Of the two files, the one that cannot be written is to be named.
  private static Path stage(Path file, OutputFiles outputs) {
    try {
      return outputs.stage(file);
    } catch (IOException e) {
      throw FileFaults.writing(file.toString(), e);
    }
  }

  private static void writeText(Program program, PrintOptions options, Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      Printer.print(program.module(), options, out);
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The constants that leave the text, by the keys that they get: their values' names. */
  private record LargeConstants(Map<String, Tensor> tensors, Map<DenseElementsAttr, String> keys) {

    private static LargeConstants of(Operation module) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      Map<DenseElementsAttr, String> keys = new IdentityHashMap<>();
      Set<String> names = new HashSet<>(Set.of("__metadata__", "__elided__", ""));
      module.walk(
          operation -> {
            Optional<DenseElementsAttr> value =
                operation
                    .attribute(ConstantElements.VALUE, DenseElementsAttr.class)
                    .filter(_ -> operation.has(Traits.CONSTANT_LIKE))
                    .filter(LargeConstants::isLarge);
            if (value.isPresent() && !keys.containsKey(value.get())) {
              String key = unique(operation.result().name().orElse("constant"), names);
              keys.put(value.get(), key);
              tensors.put(key, value.get().value());
            }
          });
      return new LargeConstants(tensors, keys);
    }

    private static boolean isLarge(DenseElementsAttr value) {
      return !value.value().isSplat() && TensorBytes.count(value.value()) > INLINE_BYTES;
    }

    private static String unique(String name, Set<String> names) {
      String key = name;
      for (int i = 2; !names.add(key); i++) {
        key = name + "#" + i;
      }
      return key;
    }
  }
}
