package org.qopt.lit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call of the program.
 *
 * @param paths folders and tests
 * @param workers how many tests run at a time
 * @param detail what is shown of tests
 * @param quiet whether only failures are shown
 * @param filter which tests run
 * @param filterOut which tests do not
 * @param expectedFailures names of tests that fail
 * @param maxFailures after how many failures the run stops
 * @param timeout seconds that a test may take, instead of what the configuration says
 * @param shards into how many parts the tests are dealt
 * @param shard which part runs, from 1
 * @param showTests whether tests are listed instead of run
 */
record LitOptions(
    List<Path> paths,
    int workers,
    Detail detail,
    boolean quiet,
    Optional<Pattern> filter,
    Optional<Pattern> filterOut,
    List<String> expectedFailures,
    Optional<Integer> maxFailures,
    Optional<Integer> timeout,
    int shards,
    int shard,
    boolean showTests) {

  /** What is shown of tests. */
  enum Detail {
    /** One line each. */
    LINE,
    /** The transcripts of failures. */
    FAILURES,
    /** The transcripts of all tests. */
    ALL
  }
}
