package org.qopt.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.qopt.cli.UsageException;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.array.NpyWriter;

/** Stores the first output, runs one below the other. */
final class NpyResults implements ResultSink {
  private final Path file;
  // Opened with the first result, which tells type and shape.
  private Optional<NpyWriter> writer = Optional.empty();

  NpyResults(Path file) {
    this.file = file;
  }

  @Override
  public void take(List<Tensor> results) {
    if (results.isEmpty()) {
      throw new UsageException("the program has no output to store in '" + file + "'");
    }
    Rows rows = Rows.of(results.getFirst());
    if (writer.isEmpty()) {
      writer = Optional.of(NpyWriter.create(file, rows.tensor().kind(), rows.shape()));
    }
    writer.get().append(rows.tensor());
  }

  @Override
  public void finish() {
    writer.ifPresent(NpyWriter::finish);
  }

  @Override
  public void close() {
    writer.ifPresent(NpyWriter::close);
  }
}
