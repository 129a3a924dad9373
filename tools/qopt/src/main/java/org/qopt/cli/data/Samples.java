package org.qopt.cli.data;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.array.ArrayFile;

/**
 * What a program is run over: the samples of one file after another, each with data for every
 * input.
 */
public final class Samples implements AutoCloseable {
  private final List<ArrayFile> files;
  private final List<List<InputData>> parts;

  Samples(List<ArrayFile> files, List<List<InputData>> parts) {
    this.files = List.copyOf(files);
    this.parts = List.copyOf(parts);
  }

  /** {@return the number of times the program is run} */
  public long runs() {
    return parts.stream().mapToLong(part -> part.getFirst().runs()).sum();
  }

  /** {@return the number of samples that one run takes} */
  public int samplesPerRun() {
    return parts.getFirst().getFirst().layout().samplesPerRun();
  }

  /** {@return the number of samples} */
  public long count() {
    return runs() * samplesPerRun();
  }

  /**
   * {@return the data for each input in a run, in the shape of the argument, as they are stored;
   * safe for use by threads}
   *
   * @throws InvalidInputException if a file is at fault, or there is a NaN in the data
   */
  public List<Tensor> run(long number) {
    long rest = number;
    for (List<InputData> part : parts) {
      long runs = part.getFirst().runs();
      if (rest < runs) {
        List<Tensor> arguments = new ArrayList<>();
        for (InputData data : part) {
          arguments.add(data.argument(rest));
        }
        return arguments;
      }
      rest -= runs;
    }
    throw new IndexOutOfBoundsException(number);
  }

  /** Closes the files. */
  @Override
  public void close() {
    files.forEach(ArrayFile::close);
  }
}
