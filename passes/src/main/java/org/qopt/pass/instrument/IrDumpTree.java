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
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.pass.PassRun;

/**
 * Writes each dump to a file of its own, in folders nested as the operations are, under the names
 * that mlir-opt gives: {@code builtin_module_no-symbol-name/func_func_main/1_0_canonicalize.mlir}.
 * The numbers belong to the operations, from the outermost on: each is 0 when it or something
 * inside it is first printed, and rises by one whenever it is printed again.
 */
public final class IrDumpTree implements IrDumpTarget {
  private final Path root;
  private final Map<Operation, Integer> numbers = new WeakHashMap<>();

  /**
   * A target that writes below {@code root}, which is made when needed. Where it cannot, it throws
   * {@link UncheckedIOException}.
   */
  public IrDumpTree(Path root) {
    this.root = root;
  }

  @Override
  public boolean isConcurrent() {
    return true;
  }

  @Override
  public void take(PassRun run, String dump) {
    Path file = file(run);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, dump);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Path file(PassRun run) {
    Path folder = root;
    StringBuilder name = new StringBuilder();
    for (Operation operation : path(run.operation())) {
      folder = folder.resolve(folderName(operation));
      boolean printed = operation == run.operation();
      int number = numbers.merge(operation, 0, (old, _) -> printed ? old + 1 : old);
      name.append(number).append('_');
    }
    return folder.resolve(name.append(run.pass().info().name()).append(".mlir").toString());
  }

  private static List<Operation> path(Operation operation) {
    List<Operation> path = new ArrayList<>();
    for (Optional<Operation> op = Optional.of(operation);
        op.isPresent();
        op = op.get().parentOp()) {
      path.addFirst(op.get());
    }
    return path;
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
