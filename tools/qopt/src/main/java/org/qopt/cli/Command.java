package org.qopt.cli;

import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;

/** One of the things that {@code qopt} does. */
public interface Command {
  /** {@return the word that selects it; empty for the one that transforms a program} */
  String name();

  /** {@return how it is called, and what it does in a phrase} */
  Usage usage();

  /** {@return the flags that it takes} */
  List<Flag> flags();

  /**
   * {@return those of {@link #flags()} that are there whatever passes and targets there are; a
   * command line that has no others is read without asking for the rest, which takes time}
   */
  default List<Flag> ownFlags() {
    return flags();
  }

  /**
   * Does it.
   *
   * @return the exit status: 0, or 1 where a comparison failed
   * @throws UsageException if the command line is at fault
   * @throws org.qopt.ir.diagnostic.InvalidInputException if an input is at fault
   */
  int run(Arguments arguments, CliIo io);

  /**
   * How a command is called.
   *
   * @param synopsis the command line, flags left out
   * @param summary what it does, in a phrase
   */
  record Usage(String synopsis, String summary) {}
}
