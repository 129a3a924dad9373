package org.qopt.littests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.check.SplitInput;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.parser.qir.SourceFile;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.target.Targets;
import org.qopt.target.proof.ProveAccumulatorsPass;

/**
 * A legal operation of which one number is made another is refused, or it is as legal: then it is
 * listed here why. The operations are those of the golden tests, proved bounds and all.
 */
class ChangedNumbersTest {
  private static final Dialects DIALECTS = Dialects.load();

  /** What may be another number, as a regular expression over operation and place, and why. */
  private static final ImmutableMap<String, String> LEGAL =
      ImmutableMap.<String, String>builder()
          .put(
              "cpu\\.(add|avg_pool2d|conv2d|depthwise_conv2d|dequantize|fully_connected|global_avg_pool2d|matmul|mul|quantize|relabel|sigmoid|softmax) .*'s (scale|zero point)",
              "no number follows from it: the multiplier is computed when the program runs")
          .put("(cpu|tpu)\\.pad value", "any number may surround a tensor")
          .put("cpu\\.clamp bounds", "any interval in order is one")
          .put("cpu\\.avg_pool2d count_include_pad", "both kinds of mean are legal")
          .put("cpu\\.softmax axis", "it has any axis")
          .put(".*pool2d (kernel|padding|strides)", "another window that gives as many results")
          .put(
              ".*conv2d.* (dilations|strides)",
              "a window of one position, or image of one pixel, does not feel it")
          .put(
              "(cpu\\.resize|tpu\\.resize_bilinear) coordinates = .*",
              "other places of the same image")
          .put(
              "(tpu\\.resize_nearest|dsp\\.resize) (rows|columns)",
              "other pixels of the same image")
          .put(
              ".*slice (axes|starts|ends|steps)",
              "other elements, as many; or an end behind the last one, which is cut")
          .put(
              "tpu.* activation = .*",
              "another name of the same interval, or \"bounded\", which says of none where it comes from")
          .put("tpu\\.clamp clamp", "of \"bounded\": any interval in order")
          .put("tpu\\.wide_function function = tanh", "takes the same multiplier")
          .put("tpu.* rounding = single", "kernels that are built so")
          .put(
              "tpu.*'s zero point",
              "no number follows from it but the bounds of sums and of activations")
          .put(
              "dsp.* activation = (bounded|relu6)",
              "says of no interval where it comes from, or is that of the interval")
          .put(
              "dsp.* clamp(_exponent)?",
              "of \"bounded\", where exponents are dynamic: any interval in order")
          .put(
              "dsp\\.(conv2d|depthwise_conv2d|fully_connected|lookup|mul|requantize) .*'s exponent",
              "another exponent is dynamic, and the shift found when the program runs")
          .put(
              "dsp\\.pad value(_exponent)?",
              "any number may surround a tensor with dynamic exponents")
          .put("dsp\\.lookup alpha", "a last bit that the entries of the table are rounded from")
          .put(
              "dsp\\.softmax guard",
              "with dynamic exponents: how many bits below the largest number count")
          .buildOrThrow();

  /** What was accepted, by target. */
  private static final Map<String, Set<String>> ACCEPTED = new ConcurrentHashMap<>();

  static Stream<String> targets() {
    return Stream.of("cpu", "tpu", "dsp");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void whatIsNotListedIsRefused(String target) {
    TreeSet<String> found = new TreeSet<>(accepted(target));
    LEGAL.keySet().forEach(pattern -> found.removeIf(Pattern.compile(pattern).asMatchPredicate()));
    assertEquals("", String.join("\n", found));
  }

  @Test
  void everyEntryOfTheListIsNeeded() {
    TreeSet<String> found = new TreeSet<>();
    for (String target : targets().toList()) {
      found.addAll(accepted(target));
    }
    assertEquals(
        List.of(),
        LEGAL.keySet().stream()
            .filter(
                pattern -> found.stream().noneMatch(Pattern.compile(pattern).asMatchPredicate()))
            .toList());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyOperationIsLookedAt(String target) {
    assertEquals(
        DIALECTS.ops().values().stream()
            .filter(def -> def.dialect().equals(target))
            .map(OpDef::name)
            .collect(Collectors.toSet()),
        operations(target).stream().map(Operation::name).collect(Collectors.toSet()));
  }

  /** {@return the places where an operation of {@code target} may be another, by operation} */
  private static Set<String> accepted(String target) {
    return ACCEPTED.computeIfAbsent(target, ChangedNumbersTest::changed);
  }

  private static Set<String> changed(String target) {
    Set<String> all = new TreeSet<>();
    for (Operation operation : operations(target)) {
      for (Change change : Change.of(operation)) {
        change.apply().run();
        if (isValid(operation)) {
          all.add(operation.name() + " " + change.place());
        }
        change.undo().run();
        if (!isValid(operation)) {
          throw new IllegalStateException(operation.name() + change);
        }
      }
    }
    return all;
  }

  private static boolean isValid(Operation operation) {
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(operation, diagnostics);
    return diagnostics.all().isEmpty();
  }

  /** {@return the operations of {@code target} in all golden programs for it} */
  private static List<Operation> operations(String target) {
    List<Operation> all = new ArrayList<>();
    Pass legalize =
        Targets.load().find(target).orElseThrow().target().passes().stream()
            .filter(pass -> pass.info().name().startsWith("legalize-to-"))
            .findFirst()
            .orElseThrow();
    for (Path file : files(target)) {
      for (SourceFile piece : SplitInput.split(SourceFile.read(file))) {
        Operation module = QirReader.read(piece, DIALECTS, ReadOptions.STRICT).module();
        legalize.run(module, PassContext.of(DIALECTS, new Diagnostics()));
        new ProveAccumulatorsPass().run(module, PassContext.of(DIALECTS, new Diagnostics()));
        module.walk(
            operation -> {
              if (operation.dialect().equals(target)) {
                all.add(operation);
              }
            });
      }
    }
    return all;
  }

  private static List<Path> files(String target) {
    try (Stream<Path> files = Files.list(Path.of("targets", target))) {
      return Stream.concat(
              Stream.of(Path.of("dialects", target, "ops.qir")),
              files.filter(ChangedNumbersTest::isLegalized).sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLegalized(Path file) {
    try {
      return file.toString().endsWith(".qir")
          && !file.toString().endsWith("-invalid.qir")
          && Files.readString(file).contains("RUN: qopt --legalize-to-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
