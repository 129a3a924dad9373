package org.qopt.peers.speed;

import java.util.Arrays;
import java.util.List;

/** Times things turn by turn, so that what else the machine does meets all of them. */
final class Turns {
  private static final long WARM_UP = 10_000_000_000L;
  private static final long TURN = 200_000_000L;
  private static final int TURNS = 15;

  private Turns() {}

  /**
   * {@return the milliseconds that one run of each takes, the medians of the turns}
   *
   * @param peers what to run; the first is warmed up long enough for a JVM
   */
  static double[] medians(List<Runnable> peers) {
    peers.forEach(peer -> run(peer, peer == peers.getFirst() ? WARM_UP : TURN));
    double[][] times = new double[peers.size()][TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      for (int p = 0; p < times.length; p++) {
        times[p][turn] = run(peers.get(p), TURN);
      }
    }
    return Arrays.stream(times)
        .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[TURNS / 2])
        .toArray();
  }

  /** {@return the milliseconds that one run takes, of as many as fit into a time} */
  private static double run(Runnable peer, long nanoseconds) {
    long start = System.nanoTime();
    long now = start;
    int runs = 0;
    while (now - start < nanoseconds) {
      peer.run();
      runs++;
      now = System.nanoTime();
    }
    return (now - start) / 1e6 / runs;
  }
}
