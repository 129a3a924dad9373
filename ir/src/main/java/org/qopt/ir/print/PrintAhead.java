package org.qopt.ir.print;

import com.google.common.base.Throwables;
import com.google.common.collect.Iterators;
import com.google.common.util.concurrent.Uninterruptibles;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;

/**
 * Writes a long block in pieces, every other one by a second thread, which puts it aside until it
 * is its turn. The text is the same, and of it no more than a piece is in memory.
 */
final class PrintAhead {
  private static final int PIECE = 2048;

  private final Printer printer;
  private final ByteArrayOutputStream aside = new ByteArrayOutputStream();
  private final Printer second;

  /** Writes to where {@code printer} writes, at its indentation. */
  PrintAhead(Printer printer) {
    this.printer = printer;
    this.second = printer.withOutput(printer.out().beside(aside));
  }

  /** {@return whether a block is so long that a second thread pays} */
  static boolean paysFor(Block block) {
    return Iterators.size(Iterators.limit(block.iterator(), 2 * PIECE)) == 2 * PIECE;
  }

  void print(Block block) {
    try (ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory())) {
      Iterator<List<Operation>> pieces = Iterators.partition(block.iterator(), PIECE);
      while (pieces.hasNext()) {
        List<Operation> piece = pieces.next();
        List<Operation> next = pieces.hasNext() ? pieces.next() : List.of();
        Future<?> written = thread.submit(() -> second.printAside(next));
        printer.operations(piece);
        await(written);
        printer.out().append(aside.toByteArray());
        aside.reset();
      }
    }
  }

  private static void await(Future<?> written) {
    try {
      Uninterruptibles.getUninterruptibly(written);
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(e.getCause());
      throw new IllegalStateException(e.getCause());
    }
  }
}
