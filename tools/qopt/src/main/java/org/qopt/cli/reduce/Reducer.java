package org.qopt.cli.reduce;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.cli.CliIo;
import org.qopt.cli.Progress;
import org.qopt.cli.reduce.move.Draft;
import org.qopt.cli.reduce.move.Edit;
import org.qopt.cli.reduce.move.Move;
import org.qopt.ir.Program;

/**
 * Makes a program smaller by delta debugging: of each move it tries all edits at once, then halves,
 * quarters and so on, and keeps what is still of interest. It ends when a round over all moves
 * found nothing: no single edit is possible any more.
 *
 * <p>What comes out does not depend on how many tests run at once: of several candidates the first
 * is kept, and those after it are forgotten.
 */
final class Reducer {
  private final ImmutableList<Move> moves;
  private final Candidates candidates;
  private final Budget budget;
  private final CliIo io;
  // Programs that were refused; edits lead to the same one in several ways.
  private final Set<String> refused = new HashSet<>();
  private Program best;
  private String bestPrint;

  Reducer(ImmutableList<Move> moves, Candidates candidates, Budget budget, CliIo io) {
    this.moves = moves;
    this.candidates = candidates;
    this.budget = budget;
    this.io = io;
  }

  /** {@return the smallest program of interest that edits to {@code program} have led to} */
  Program reduce(Program program) {
    best = program;
    bestPrint = candidates.print(program);
    boolean smaller = true;
    while (smaller && !budget.isSpent()) {
      smaller = false;
      for (Move move : moves) {
        smaller |= tryAll(move);
      }
    }
    return best;
  }

  private boolean tryAll(Move move) {
    boolean smaller = false;
    int group = count(move);
    while (group > 0 && !budget.isSpent()) {
      smaller |= tryGroups(move, group);
      int left = count(move);
      group = Math.min(group / 2, left);
    }
    return smaller;
  }

  private int count(Move move) {
    return move.edits(Draft.of(best)).size();
  }

  private boolean tryGroups(Move move, int group) {
    boolean smaller = false;
    int edits = count(move);
    int at = 0;
    try (Progress progress =
        Progress.start("reduce: " + move.name(), (edits + group - 1) / group, io)) {
      while (at < edits && !budget.isSpent()) {
        List<Candidate> next = next(move, group, at, edits);
        List<Boolean> interesting = candidates.areInteresting(next);
        Optional<Candidate> found = first(next, interesting);
        if (found.isEmpty()) {
          at += group * next.size();
          next.forEach(_ -> progress.step());
          continue;
        }
        smaller = true;
        best = found.get().program();
        bestPrint = found.get().print();
        int left = count(move);
        // What was done is offered no more, and what comes after it has moved up.
        at = left < edits ? found.get().at() : found.get().at() + group;
        edits = left;
        progress.step();
      }
    }
    return smaller;
  }

  private Optional<Candidate> first(List<Candidate> tried, List<Boolean> interesting) {
    for (int i = 0; i < tried.size(); i++) {
      Candidate candidate = tried.get(i);
      if (candidate.isNew() && !budget.spend()) {
        return Optional.empty();
      }
      if (interesting.get(i)) {
        return Optional.of(candidate);
      }
      refused.add(candidate.print());
    }
    return Optional.empty();
  }

  private List<Candidate> next(Move move, int group, int from, int edits) {
    ImmutableList.Builder<Candidate> next = ImmutableList.builder();
    int at = from;
    for (int i = 0; i < candidates.atOnce() && at < edits; i++) {
      next.add(candidate(move, at, group));
      at += group;
    }
    return next.build();
  }

  private Candidate candidate(Move move, int at, int group) {
    Draft draft = Draft.of(best);
    List<Edit> edits = move.edits(draft);
    boolean done = apply(edits.subList(at, Math.min(edits.size(), at + group)));
    Program program = draft.end(best);
    boolean valid = done && candidates.isValid(program);
    String print = valid ? candidates.print(program) : "";
    boolean isNew = valid && !print.equals(bestPrint) && !refused.contains(print);
    return new Candidate(program, print, at, isNew);
  }

  // An edit may find the program in a state that another of the group has left, and be impossible.
  private static boolean apply(List<Edit> edits) {
    try {
      edits.forEach(Edit::apply);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /**
   * A program that may be of interest.
   *
   * @param program the program
   * @param print its fingerprint
   * @param at the first edit that led to it
   * @param isNew whether it is valid and was not tried before
   */
  record Candidate(Program program, String print, int at, boolean isNew) {}
}
