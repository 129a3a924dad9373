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

  /**
   * Where the data of a run come from.
   *
   * @param file what the file is called in messages
   * @param first the first sample of the run, counted from 0 in that file
   * @param count how many samples the run takes
   */
  public record Origin(String file, long first, int count) {
    /** {@return the samples in words, as {@code sample 3}} */
    public String samples() {
      return count == 1
          ? "sample " + first
          : "one of samples " + first + " to " + (first + count - 1);
    }
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
    Place place = place(number);
    List<Tensor> arguments = new ArrayList<>();
    for (InputData data : place.part()) {
      arguments.add(data.argument(place.run()));
    }
    return arguments;
  }

  /** {@return the file and the samples in it that a run takes} */
  public Origin origin(long number) {
    Place place = place(number);
    InputData data = place.part().getFirst();
    int count = data.layout().samplesPerRun();
    return new Origin(data.file(), place.run() * count, count);
  }

  private Place place(long number) {
    long rest = number;
    for (List<InputData> part : parts) {
      long runs = part.getFirst().runs();
      if (rest < runs) {
        return new Place(part, rest);
      }
      rest -= runs;
    }
    throw new IndexOutOfBoundsException(number);
  }

  // A run, counted in its own file.
  private record Place(List<InputData> part, long run) {}

  /** Closes the files. */
  @Override
  public void close() {
    files.forEach(ArrayFile::close);
  }
}
