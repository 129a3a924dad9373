package org.qopt.parser.array;

import java.io.IOException;
import java.nio.file.Path;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.io.OutputFiles;

/**
 * Writes a {@code .npy} file sample by sample. The file appears under its name when {@link
 * #finish()} is called, whole; closing before that leaves no trace.
 *
 * <p>bfloat16, which the format does not have, is written as float32.
 */
public final class NpyWriter implements SampleSink, AutoCloseable {
  private final String file;
  private final OutputFiles outputs;
  private final NpyBody body;

  private NpyWriter(String file, OutputFiles outputs, NpyBody body) {
    this.file = file;
    this.outputs = outputs;
    this.body = body;
  }

  /**
   * {@return a writer of an array of samples, as many as will be appended}
   *
   * @param sampleShape the dimensions after the first
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the file cannot be written
   */
  public static NpyWriter create(Path path, ElementKind kind, Shape sampleShape) {
    OutputFiles outputs = new OutputFiles();
    try {
      NpyBody body = new NpyBody(outputs.stage(path), kind, sampleShape);
      return new NpyWriter(path.toString(), outputs, body);
    } catch (IOException e) {
      throw FileFaults.writing(path.toString(), e);
    }
  }

  @Override
  public void append(Tensor samples) {
    try {
      body.append(samples);
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }

  /**
   * Puts the file in its place.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if the file cannot be written
   */
  public void finish() {
    try {
      body.finish();
      outputs.commit();
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }

  /** Discards what was appended, unless it was finished. */
  @Override
  public void close() {
    try (outputs) {
      body.close();
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }
}
