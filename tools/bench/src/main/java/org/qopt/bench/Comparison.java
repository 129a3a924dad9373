package org.qopt.bench;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qopt.bench.measure.Criterion;
import org.qopt.bench.measure.Pair;
import org.qopt.bench.measure.ProcessTimer;
import org.qopt.bench.measure.Row;
import org.qopt.bench.measure.Sample;

/**
 * Runs a command of ours and one of others in turn.
 *
 * @param setup makes the files and says the commands
 * @param mostRuns how often each runs at most, for what takes long
 * @param criteria what is asked, one line of the report each
 */
public record Comparison(
    String name, String summary, Setup setup, int mostRuns, ImmutableList<Criterion> criteria)
    implements Workload {
  /** Prepares a comparison. */
  @FunctionalInterface
  public interface Setup {
    /** {@return the two commands, whose files are there} */
    Pair prepare(Bench bench) throws IOException;
  }

  /** {@return a comparison that runs as often as the user likes} */
  public static Comparison of(String name, String summary, Setup setup, Criterion... criteria) {
    return new Comparison(name, summary, setup, Integer.MAX_VALUE, ImmutableList.copyOf(criteria));
  }

  /** {@return the same that runs at most {@code runs} times} */
  public Comparison atMost(int runs) {
    return new Comparison(name, summary, setup, runs, criteria);
  }

  @Override
  public List<Row> measure(Bench bench) throws IOException {
    Pair pair = setup.prepare(bench);
    ProcessTimer timer = bench.timer();
    List<Sample> ours = new ArrayList<>();
    List<Sample> theirs = new ArrayList<>();
    // The first of each reads its files from the disk.
    timer.run(pair.ours());
    pair.theirs().ifPresent(timer::run);
    for (int i = 0; i < Math.min(bench.runs(), mostRuns); i++) {
      ours.add(timer.run(pair.ours()));
      pair.theirs().map(timer::run).ifPresent(theirs::add);
    }
    return criteria.stream().map(criterion -> Row.of(name, criterion, ours, theirs)).toList();
  }
}
