package org.qopt.target.simd;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * A kernel in two forms with the same results: a plain one that is quick from the start, and one
 * with vector instructions, which are very slow until the JVM has compiled them. Once a process has
 * worked long enough for that to pay, the second is tried in the background, and takes over when it
 * has become the faster one.
 */
public final class Tiered implements ByteKernel {
  // About what plain kernels multiply in half a second.
  private static final long ENOUGH = 600_000_000;
  private static final long PATIENCE = 5_000_000_000L;

  private static final LongAdder WORK_OF_PROCESS = new LongAdder();

  private final LongAdder work;
  private final ByteKernel plain;
  private final Supplier<ByteKernel> fast;
  private final long products;
  private final AtomicBoolean tried = new AtomicBoolean();
  private volatile ByteKernel current;

  /**
   * A kernel that starts as the plain one.
   *
   * @param plain the plain form
   * @param fast makes the fast form
   * @param products how many products one run takes
   */
  public Tiered(ByteKernel plain, Supplier<ByteKernel> fast, long products) {
    this(plain, fast, products, WORK_OF_PROCESS);
  }

  Tiered(ByteKernel plain, Supplier<ByteKernel> fast, long products, LongAdder work) {
    this.work = work;
    this.plain = plain;
    this.fast = fast;
    this.products = products;
    this.current = plain;
  }

  @Override
  public byte[] execute(byte[] input) {
    ByteKernel kernel = current;
    if (kernel != plain) {
      return kernel.execute(input);
    }
    long start = System.nanoTime();
    byte[] output = plain.execute(input);
    long time = System.nanoTime() - start;
    work.add(products);
    if (work.sum() > ENOUGH && !tried.getAndSet(true)) {
      Background.THREAD.execute(() -> tryFast(input, time));
    }
    return output;
  }

  private void tryFast(byte[] input, long plainTime) {
    try {
      compete(fast.get(), input, plainTime);
    } catch (OutOfMemoryError e) {
      // There is a kernel that needs less.
    }
  }

  private void compete(ByteKernel kernel, byte[] input, long plainTime) {
    long start = System.nanoTime();
    long before = start;
    while (before - start < PATIENCE) {
      kernel.execute(input);
      long now = System.nanoTime();
      if (now - before < plainTime) {
        current = kernel;
        return;
      }
      before = now;
    }
  }

  /** One thread for all kernels, which keeps no process alive. */
  private static final class Background {
    static final ExecutorService THREAD =
        Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("vector-kernels").daemon().unstarted(task));

    private Background() {}
  }
}
