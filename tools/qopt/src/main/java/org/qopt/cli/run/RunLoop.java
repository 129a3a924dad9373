package org.qopt.cli.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.cli.CliIo;
import org.qopt.cli.data.OrderedWork;
import org.qopt.cli.data.Samples;
import org.qopt.cli.model.Boundary;
import org.qopt.cli.model.Model;
import org.qopt.cli.model.RawValues;
import org.qopt.ir.interpret.Observer;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.array.NpzWriter;

/**
 * Runs a program over samples.
 *
 * @param model the program
 * @param raw whether data and results of quantized inputs and outputs are the stored integers
 * @param threads how many samples are worked on at once
 * @param io where files are
 */
public record RunLoop(Model model, boolean raw, int threads, CliIo io) {
  private static final Observer NOBODY = (_, _) -> {};

  /** Runs a program without inputs. */
  public void once(ResultSink sink, Optional<String> dump) {
    sink.take(results(List.of()));
    dump.ifPresent(file -> dump(file, List.of()));
  }

  /** Runs the program over all samples. */
  public void over(Samples samples, ResultSink sink, Optional<String> dump) {
    OrderedWork.run(samples.runs(), threads, run -> results(samples.run(run)), sink::take);
    dump.ifPresent(file -> dump(file, samples.run(0)));
  }

  private List<Tensor> results(List<Tensor> data) {
    return model.arrays(model.run(data, raw, NOBODY), raw);
  }

  private void dump(String file, List<Tensor> data) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    model.run(
        data,
        raw,
        (value, tensor) -> {
          String name = model.names().name(value);
          if (!raw) {
            values.put(name, Boundary.toReal(tensor, value.type()));
            return;
          }
          List<String> names = RawValues.names(name, value.type());
          List<Tensor> arrays = RawValues.arrays(tensor, value.type());
          for (int i = 0; i < arrays.size(); i++) {
            values.put(names.get(i), arrays.get(i));
          }
        });
    try (NpzWriter writer = NpzWriter.create(io.resolve(file))) {
      values.forEach(writer::add);
      writer.finish();
    }
  }
}
