package org.qopt.cli.reduce;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.verify.Verifier;

/** Finds out which of several programs are of interest, several at once. */
final class Candidates implements AutoCloseable {
  private final Interest interest;
  private final boolean allowInvalid;
  private final int atOnce;
  private final Fingerprint fingerprint = new Fingerprint();
  private final ExecutorService workers;
  // What a pass loads as the command runs, it is to find in a test too.
  private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

  Candidates(Interest interest, boolean allowInvalid, int atOnce) {
    this.interest = interest;
    this.allowInvalid = allowInvalid;
    this.atOnce = atOnce;
    this.workers =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name("reduce-", 0).factory());
  }

  /** {@return how many are tested at once} */
  int atOnce() {
    return atOnce;
  }

  /** {@return what tells the program from others} */
  String print(Program program) {
    return fingerprint.of(program);
  }

  /** {@return whether the program may be tested} */
  boolean isValid(Program program) {
    if (allowInvalid) {
      return true;
    }
    Diagnostics found = new Diagnostics();
    try {
      Verifier.verify(program.module(), found);
      return !found.hasErrors();
    } catch (RuntimeException e) {
      // A rule that trips over what an edit has left has found something invalid.
      return false;
    }
  }

  /** {@return which are new and of interest; those after the first may be left out of account} */
  List<Boolean> areInteresting(List<Reducer.Candidate> all) {
    if (all.size() == 1) {
      return List.of(all.getFirst().isNew() && interest.isIn(all.getFirst().program()));
    }
    List<Future<Boolean>> running = new ArrayList<>();
    for (Reducer.Candidate candidate : all) {
      running.add(workers.submit(() -> candidate.isNew() && isIn(candidate.program())));
    }
    return running.stream().map(Candidates::outcome).toList();
  }

  private boolean isIn(Program program) {
    Thread.currentThread().setContextClassLoader(loader);
    return interest.isIn(program);
  }

  private static boolean outcome(Future<Boolean> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvalidInputException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
