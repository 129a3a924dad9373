package org.qopt.target.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class TieredTest {
  private static final byte[] INPUT = {1};

  @Test
  void littleWorkStaysWithThePlainKernel() {
    AtomicInteger asked = new AtomicInteger();
    Tiered kernel =
        new Tiered(
            input -> input,
            () -> {
              asked.incrementAndGet();
              return input -> input;
            },
            1,
            new LongAdder());
    for (int i = 0; i < 100; i++) {
      assertArrayEquals(INPUT, kernel.execute(INPUT));
    }
    assertEquals(0, asked.get());
  }

  @Test
  void theFasterKernelTakesOver() throws InterruptedException {
    CountDownLatch tried = new CountDownLatch(1);
    byte[] fast = {2};
    Tiered kernel =
        new Tiered(
            input -> slow(input),
            () ->
                input -> {
                  tried.countDown();
                  return fast;
                },
            Long.MAX_VALUE / 100,
            new LongAdder());
    assertEquals(1, kernel.execute(INPUT)[0]);
    assertTrue(tried.await(30, TimeUnit.SECONDS));
    // It has been seen to be faster when it gives the results.
    while (kernel.execute(INPUT)[0] != 2) {
      Thread.onSpinWait();
    }
  }

  private static byte[] slow(byte[] input) {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return input;
  }
}
