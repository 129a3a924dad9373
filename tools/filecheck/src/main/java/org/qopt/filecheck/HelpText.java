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
          --enable-var-scope                   Let CHECK-LABEL forget variables without a $
          --ignore-case                        Match letters in either case
          --implicit-check-not=<pattern>       Forbid a pattern between all matches
          --input-file=<file>                  The input (default standard input)
          --match-full-lines                   Let a match cover its whole line
          --strict-whitespace                  Distinguish runs of blanks
          -v, --vv                             Report what matched, or all that was tried

        Options are also read from the environment variable FILECHECK_OPTS.
        """
        .lines()
        .toList();
  }

  static List<String> dump() {
    return """
        The input is shown line by line, each with its number, between <<<<<< and >>>>>>.
        Under a line stand markers, labelled with a directive and its line:

          ^~~~~  a match, or the start of it
          !~~~~  a match that is wrong: excluded, on a wrong line, or discarded
          X~~~~  a region that was searched in vain
          {      the start of such a region that is no error
          ?      a place that may have been meant

        Labels: "next:12" is the CHECK-NEXT of line 12; "not:imp1" is the first pattern of
        --implicit-check-not; an apostrophe and a number tell results of one directive apart.
        """
        .lines()
        .toList();
  }
}
