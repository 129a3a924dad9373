package org.qopt.lit;

import java.io.IOException;
import java.util.List;

/**
 * A program that tests call, run in this process.
 *
 * <p>It must read and write through its {@link CommandIo} only, since other tests run at the same
 * time: no {@code System.out}, no process-wide working directory, no {@code System.exit}.
 */
@FunctionalInterface
public interface Command {
  /**
   * Runs the program.
   *
   * @param arguments the arguments, without the program's name
   * @param io its streams, folder and environment
   * @return the exit status
   * @throws IOException if its streams break
   */
  int run(List<String> arguments, CommandIo io) throws IOException;
}
