package org.qopt.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.array.NpzWriter;
import org.qopt.parser.array.SampleSink;

/** Stores each output under its name, runs one below the other. */
final class NpzResults implements ResultSink {
  private final NpzWriter writer;
  private final List<String> names;
  private final List<SampleSink> sinks = new ArrayList<>();

  NpzResults(Path file, List<String> names) {
    this.writer = NpzWriter.create(file);
    this.names = names;
  }

  @Override
  public void take(List<Tensor> results) {
    for (int i = 0; i < results.size(); i++) {
      Rows rows = Rows.of(results.get(i));
      if (sinks.size() <= i) {
        sinks.add(writer.stream(names.get(i), rows.tensor().kind(), rows.shape()));
      }
      sinks.get(i).append(rows.tensor());
    }
  }

  @Override
  public void finish() {
    writer.finish();
  }

  @Override
  public void close() {
    writer.close();
  }
}
