package org.qopt.cli;

import org.qopt.parser.qir.QirReader;

/**
 * What a process needs soon, made ready by a second thread while the first reads the command line.
 */
final class Preparation {
  private Preparation() {}

  /** Begins; whoever reads a program first waits for the end. */
  static void start() {
    Thread.ofPlatform().name("preparation").daemon().start(QirReader::prepare);
  }
}
