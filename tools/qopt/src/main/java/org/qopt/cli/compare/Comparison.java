package org.qopt.cli.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.cli.compare.ComparisonResult.Layer;
import org.qopt.cli.compare.ComparisonResult.Output;
import org.qopt.cli.data.OrderedWork;
import org.qopt.cli.data.Samples;
import org.qopt.cli.model.Boundary;
import org.qopt.cli.model.Model;
import org.qopt.ir.OpResult;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;

/** Runs two programs over the same samples and holds the second against the first. */
final class Comparison {
  private final Model reference;
  private final Model candidate;
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final List<Output> outputs = new ArrayList<>();
  private final Classification classification;
  private final Optional<Labels> labels;
  private long run;

  /** What one run of both programs gave, as real numbers. */
  private record Seen(
      List<Tensor> expected,
      List<Tensor> found,
      Map<String, Tensor> expectedLayers,
      Map<String, Tensor> foundLayers) {}

  Comparison(Model reference, Model candidate, Optional<Labels> labels, boolean perLayer) {
    this.reference = reference;
    this.candidate = candidate;
    this.labels = labels;
    this.classification = new Classification(labels.isPresent());
    for (String name : reference.outputNames()) {
      outputs.add(new Output(name, new ErrorStatistics()));
    }
    if (perLayer) {
      addLayers();
    }
  }

  private void addLayers() {
    candidate
        .names()
        .names()
        .forEach(
            (value, name) -> {
              if (reference.names().value(name).filter(other -> areAlike(value, other)).isPresent()
                  && value instanceof OpResult result
                  && !result.owner().has(Traits.CONSTANT_LIKE)) {
                layers.put(name, new Layer(name, result.owner().name(), new ErrorStatistics()));
              }
            });
  }

  private static boolean areAlike(Value value, Value other) {
    return value.type() instanceof TensorType type
        && other.type() instanceof TensorType otherType
        && type.shape().isCompatibleWith(otherType.shape());
  }

  /** {@return what the programs do over all samples; called once} */
  ComparisonResult run(Samples expected, Samples found, int threads, Runnable progress) {
    OrderedWork.run(
        expected.runs(),
        threads,
        number -> runBoth(expected.run(number), found.run(number)),
        seen -> {
          add(seen, expected.samplesPerRun());
          progress.run();
        });
    return new ComparisonResult(
        expected.count(), outputs, classification, List.copyOf(layers.values()));
  }

  private Seen runBoth(List<Tensor> expectedData, List<Tensor> foundData) {
    Map<String, Tensor> expectedLayers = new LinkedHashMap<>();
    Map<String, Tensor> foundLayers = new LinkedHashMap<>();
    List<Tensor> expected = runOne(reference, expectedData, expectedLayers);
    List<Tensor> found = runOne(candidate, foundData, foundLayers);
    return new Seen(expected, found, expectedLayers, foundLayers);
  }

  private List<Tensor> runOne(Model model, List<Tensor> data, Map<String, Tensor> kept) {
    List<Tensor> results =
        model.run(
            data,
            false,
            (value, tensor) -> {
              String name = model.names().name(value);
              if (layers.containsKey(name)) {
                kept.put(name, Boundary.toReal(tensor, value.type()));
              }
            });
    return model.toReal(results);
  }

  private void add(Seen seen, int samplesPerRun) {
    for (int i = 0; i < outputs.size(); i++) {
      addOutput(i, seen.expected().get(i), seen.found().get(i));
    }
    layers.forEach(
        (name, layer) -> {
          Tensor expected = seen.expectedLayers().get(name);
          Tensor found = seen.foundLayers().get(name);
          if (expected != null && found != null && expected.size() == found.size()) {
            layer.error().add(expected, found);
          }
        });
    if (!outputs.isEmpty()) {
      classify(seen.expected().getFirst(), seen.found().getFirst(), samplesPerRun);
    }
    run++;
  }

  private void addOutput(int number, Tensor expected, Tensor found) {
    if (expected.size() != found.size()) {
      throw new InvalidInputException(
          candidate.outputs().get(number).location(),
          "output #%d has shape %s, but the reference's has %s"
              .formatted(number, found.shape(), expected.shape()));
    }
    outputs.get(number).error().add(expected, found);
  }

  private void classify(Tensor expected, Tensor found, int samplesPerRun) {
    long scores = expected.size() / samplesPerRun;
    for (int i = 0; i < samplesPerRun; i++) {
      long sample = run * samplesPerRun + i;
      classification.add(
          Classification.best(expected, i * scores, scores),
          Classification.best(found, i * scores, scores),
          labels.map(l -> l.of(sample)).orElse(-1L));
    }
  }
}
