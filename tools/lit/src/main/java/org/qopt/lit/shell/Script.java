package org.qopt.lit.shell;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a command line asks for. */
public sealed interface Script {
  /** Commands whose outputs are the next one's inputs. */
  record Pipeline(List<Simple> commands) implements Script {}

  /** Two scripts, the second run depending on the status of the first. */
  record Chain(Script first, Connector connector, Script second) implements Script {}

  /** One command. */
  record Simple(List<Word> words, List<Redirection> redirections) {
    /** {@return the words as they are written, patterns not expanded} */
    public List<String> texts() {
      return words.stream().map(Word::text).toList();
    }

    /**
     * {@return the program's name and its arguments, without the {@code env} and {@code not} before
     * them; empty if nothing is behind those}
     */
    public List<String> call() {
      try {
        List<Word> call = Prefixes.of(this, new TreeMap<>()).words();
        return call.stream().map(Word::text).toList();
      } catch (ShellFault e) {
        return List.of();
      }
    }
  }

  /**
   * Where a stream comes from or goes to.
   *
   * @param kind what is done
   * @param descriptor which stream: 0, 1 or 2; or {@link #BOTH_OUTPUTS}
   * @param target a file, or the number of a stream
   */
  record Redirection(Kind kind, int descriptor, Word target) {
    static final int BOTH_OUTPUTS = -1;

    /** What is done with the stream. */
    public enum Kind {
      READ,
      WRITE,
      APPEND,
      DUPLICATE
    }
  }

  /** When the second script runs. */
  enum Connector {
    ALWAYS,
    ON_SUCCESS,
    ON_FAILURE
  }

  /** {@return the pipelines of a script, in the order in which they stand} */
  default Stream<Pipeline> pipelines() {
    return switch (this) {
      case Pipeline pipeline -> Stream.of(pipeline);
      case Chain(Script first, Connector _, Script second) ->
          Stream.concat(first.pipelines(), second.pipelines());
    };
  }

  /**
   * {@return what a command line asks for}
   *
   * @throws ShellSyntaxException if it makes no sense
   */
  static Script parse(String line) throws ShellSyntaxException {
    return Parser.parse(line);
  }
}
