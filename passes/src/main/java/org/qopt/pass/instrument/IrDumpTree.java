package org.qopt.pass.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.pass.PassRun;

/**
 * Writes each dump to a file of its own, in folders nested as the operations are: {@code
 * builtin_module_no-symbol-name/func_func_main/1_0_canonicalize.mlir} is the dump of the first pass
 * on {@code @main}, after one on the module.
 */
public final class IrDumpTree implements IrDumpTarget {
  private final Path root;
  private final Map<Operation, Integer> counters = new WeakHashMap<>();

  /** A target that writes below {@code root}, which is made when needed. */
  public IrDumpTree(Path root) {
    this.root = root;
  }

  @Override
  public synchronized void take(PassRun run, String dump) {
    List<Operation> path = new ArrayList<>();
    for (Optional<Operation> op = Optional.of(run.operation());
        op.isPresent();
        op = op.get().parentOp()) {
      path.addFirst(op.get());
    }
    Path folder = root;
    for (Operation operation : path) {
      folder = folder.resolve(folderName(operation));
    }
    String numbers =
        path.stream()
            .map(operation -> counters.getOrDefault(operation, 0).toString())
            .collect(Collectors.joining("_"));
    counters.merge(run.operation(), 1, Integer::sum);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(numbers + "_" + run.pass().info().name() + ".mlir"), dump);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folderName(Operation operation) {
    String symbol =
        operation
            .attribute("sym_name", StringAttr.class)
            .map(StringAttr::value)
            .orElse("no-symbol-name");
    return (operation.name() + "_" + symbol).replaceAll("[^A-Za-z0-9_-]", "_");
  }
}
