package org.qopt.cli.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedWorkTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void handsResultsOverInOrder(int threads) {
    List<Long> seen = new ArrayList<>();
    OrderedWork.run(100, threads, number -> number * number, seen::add);
    assertEquals(LongStream.range(0, 100).map(n -> n * n).boxed().toList(), seen);
  }

  @Test
  void keepsTheOrderWhereALaterNumberIsDoneFirst() {
    CountDownLatch secondIsDone = new CountDownLatch(1);
    List<Long> seen = new ArrayList<>();
    OrderedWork.run(
        2,
        2,
        number -> {
          if (number == 0) {
            await(secondIsDone);
          } else {
            secondIsDone.countDown();
          }
          return number;
        },
        seen::add);
    assertEquals(List.of(0L, 1L), seen);
  }

  @Test
  void handsResultsOverOnTheThreadOfTheCaller() {
    Thread caller = Thread.currentThread();
    OrderedWork.run(5, 2, number -> number, number -> assertSame(caller, Thread.currentThread()));
  }

  @Test
  void doesNothingForNoNumbers() {
    AtomicLong calls = new AtomicLong();
    OrderedWork.run(0, 2, number -> calls.incrementAndGet(), number -> calls.incrementAndGet());
    assertEquals(0, calls.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void throwsWhatTheLowestNumberThrows(int threads) {
    List<Long> seen = new ArrayList<>();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                OrderedWork.run(
                    10,
                    threads,
                    number -> {
                      if (number >= 3) {
                        throw new IllegalArgumentException("number " + number);
                      }
                      return number;
                    },
                    seen::add));
    assertEquals("number 3", e.getMessage());
    assertEquals(List.of(0L, 1L, 2L), seen);
  }

  @Test
  void throwsErrorsAsTheyAre() {
    OutOfMemoryError error = new OutOfMemoryError();
    assertSame(
        error,
        assertThrows(
            OutOfMemoryError.class,
            () ->
                OrderedWork.<Long>run(
                    1,
                    1,
                    number -> {
                      throw error;
                    },
                    result -> {})));
  }

  @Test
  void throwsWhatTheTakerThrows() {
    assertThrows(
        IllegalStateException.class,
        () ->
            OrderedWork.run(
                3,
                2,
                number -> number,
                number -> {
                  throw new IllegalStateException();
                }));
  }

  @Test
  void holdsAWindowOfResultsAtMost() {
    AtomicLong made = new AtomicLong();
    AtomicLong taken = new AtomicLong();
    AtomicLong mostHeld = new AtomicLong();
    OrderedWork.run(
        1000,
        2,
        number -> made.incrementAndGet(),
        result -> {
          mostHeld.accumulateAndGet(made.get() - taken.getAndIncrement(), Math::max);
        });
    assertTrue(mostHeld.get() <= 16, "held " + mostHeld.get());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
