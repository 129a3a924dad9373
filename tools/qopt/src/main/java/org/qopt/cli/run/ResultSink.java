package org.qopt.cli.run;

import java.util.List;
import java.util.Optional;
import org.qopt.cli.CliIo;
import org.qopt.cli.UsageException;
import org.qopt.cli.model.Model;
import org.qopt.ir.tensor.Tensor;

/** Takes the results of one run after the other; the file appears when all have been taken. */
public interface ResultSink extends AutoCloseable {
  /** Takes the arrays of a run, as {@link Model#arrays} gives them. */
  void take(List<Tensor> results);

  /** Completes the file. */
  void finish();

  /** Discards what was taken, unless it was finished. */
  @Override
  void close();

  /**
   * {@return a sink that stores results in {@code file}, or prints them without one}
   *
   * @param raw whether the results are what is stored
   * @throws UsageException if the file is neither {@code .npy} nor {@code .npz}
   */
  static ResultSink of(Optional<String> file, Model model, boolean raw, CliIo io) {
    if (file.isEmpty()) {
      return new PrintedResults(model.arrayNames(raw), io.out());
    }
    if (file.get().endsWith(".npy")) {
      return new NpyResults(io.resolve(file.get()));
    }
    if (file.get().endsWith(".npz")) {
      return new NpzResults(io.resolve(file.get()), model.arrayNames(raw));
    }
    throw new UsageException("--output wants a .npy or .npz file, but got '" + file.get() + "'");
  }
}
