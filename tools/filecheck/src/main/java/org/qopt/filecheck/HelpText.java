package org.qopt.filecheck;

import java.util.List;

/** What {@code --help} and {@code --dump-input=help} print. */
final class HelpText {
  private HelpText() {}

  static List<String> usage() {
    return """
        USAGE: filecheck [options] <check-file>

        Checks standard input against the directives of <check-file>.

        OPTIONS:
          -D<VAR=VALUE>, -D#<FORMAT,VAR=EXPR>  Define a string or a numeric variable
          --allow-deprecated-dag-overlap       Let the matches of a CHECK-DAG group overlap
          --allow-empty                        Allow the input to be empty
          --allow-unused-prefixes              Allow prefixes that the check file does not use
          --check-prefix=<prefix>              Prefix of directives (default CHECK)
          --check-prefixes=<list>              The same, separated by commas
          --comment-prefixes=<list>            Prefixes of comments (default COM,RUN)
          --dump-input=<help|always|fail|never>
                                               When to show the input (default fail)
          --dump-input-context=<N>             Lines shown around those selected (default 5)
          --dump-input-filter=<all|annotation-full|annotation|error>
                                               Which lines to show
          --color                              Use colours (default on a terminal)
          --enable-var-scope                   Let CHECK-LABEL forget variables without a $
          --explain                            Explain failures token by token, and say which
                                               directives of a CHECK-DAG group failed
          --ignore-case                        Match letters in either case
          --implicit-check-not=<pattern>       Forbid a pattern between all matches
          --input-file=<file>                  The input (default standard input)
          --match-full-lines                   Let a match cover its whole line
          --strict-directives                  Refuse what is almost a directive
          --strict-whitespace                  Distinguish runs of blanks
          -v, --vv                             Report what matched, or all that was tried
          --help, --version                    Show this, or the version

        Options are also read from the environment variable FILECHECK_OPTS.
        FILECHECK_STRICT_DIRECTIVES=1 and FILECHECK_EXPLAIN=1 stand for the flags.
        """
        .lines()
        .toList();
  }

  static List<String> dump(boolean colored) {
    String markers =
        """
        The following description was requested by -dump-input=help to
        explain the input dump printed by FileCheck.

        The input is shown line by line, each with its number, between <<<<<< and >>>>>>; a blank
        stands for the newline. Under a line stand markers, labelled on the left:

        """
            + marker("L:", 7, "a line of the input", colored)
            + marker("T:L", 7, "the only result of a directive of type T on line L of the", colored)
            + "           check file, or of pattern I of --implicit-check-not if L is impI\n"
            + marker("T:L'N", 7, "result number N of such a directive", colored)
            + marker("^~~", 7, "a match (with -v)", colored)
            + marker(
                "!~~", 7, "a match that is wrong: excluded, on a wrong line, discarded", colored)
            + marker("X~~", 7, "a region that was searched in vain", colored)
            + marker("?", 7, "a place that may have been meant", colored)
            + marker("...", 7, "lines left out by -dump-input-filter, -dump-input-context", colored)
            + "  - colors "
            + Color.GREEN.paint("success", colored)
            + ", "
            + Color.RED.paint("error", colored)
            + ", "
            + Color.MAGENTA.paint("fuzzy match", colored)
            + ", "
            + Color.CYAN.paint("discarded match", colored)
            + ", "
            + Color.ON_CYAN.paint("unmatched input", colored)
            + "\n\nRelated options: -dump-input=<value>, -v, -vv, -color.\n";
    return markers.lines().toList();
  }

  private static String marker(String mark, int width, String meaning, boolean colored) {
    return "  - "
        + Color.PLAIN.paint(mark, colored)
        + " ".repeat(width - mark.length())
        + meaning
        + "\n";
  }
}
