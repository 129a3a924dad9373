package org.qopt.filecheck;

import java.util.List;

/** What {@code --help} and {@code --help-hidden} print. */
final class HelpText {
  private static final String USUAL =
      """
      USAGE: filecheck [options] <check-file>

      Checks the input against the directives of <check-file>.

      OPTIONS:
        -D<VAR=VALUE>                   Define a string variable
        -D#<[FORMAT,]VAR=EXPRESSION>    Define a numeric variable
        --allow-deprecated-dag-overlap  Let matches of a CHECK-DAG group overlap. For old tests
                                        that have not been adapted yet
        --allow-empty                   Allow the input to be empty, as when a message must not
                                        appear
        --allow-unused-prefixes         Allow prefixes that the check file does not use
        --check-prefix=<prefix>         Prefix of directives (default CHECK); may be repeated
        --check-prefixes=<list>         The same, several separated by commas
        --color                         Use colours (default: on a terminal)
        --dump-input=<value>            When to show the input on standard error, with what was
                                        found in it. Of several values the first of these counts
          =help                           Explain what is shown, and end
          =always                         Always
          =fail                           When a check fails (default)
          =never                          Never
        --dump-input-context=<N>        How many lines to show before and after those that
                                        --dump-input-filter selects (default 5); of several
                                        numbers the largest counts
        --dump-input-filter=<value>     Which lines to show. Of several values the first of
                                        these counts
          =all                            All (default with --dump-input=always)
          =annotation-full                Those that have annotations
          =annotation                     Those in which annotations begin
          =error                          Those in which errors begin (default with
                                          --dump-input=fail)
        --enable-var-scope              Let CHECK-LABEL forget variables whose names do not
                                        begin with $
        --explain                       Explain failures token by token, and say which
                                        directives of a CHECK-DAG group failed
        --ignore-case                   Match letters in either case
        --implicit-check-not=<pattern>  Forbid a pattern everywhere between the matches of
                                        other directives; may be repeated
        --input-file=<file>             The input (default: standard input)
        --match-full-lines              Let a match cover its whole line, blanks around it aside
                                        unless --strict-whitespace is given
        --strict-directives             Refuse what is almost a directive
        --strict-whitespace             Distinguish runs of blanks and tabs
        -v                              Report what directives matched, or show it in the input
        --vv                            Also report what was tried in vain; means -v

        --help                          Show this; --help-hidden shows all options
        --help-list                     Show this, too
        --version                       Show the version

      Options are also read from the environment variable FILECHECK_OPTS, and those of the
      command line after it. FILECHECK_STRICT_DIRECTIVES=1 and FILECHECK_EXPLAIN=1 stand for the
      flags.
      """;

  private static final String HIDDEN =
      """

      FURTHER OPTIONS:
        --comment-prefixes=<list>       Prefixes of comments, in which nothing is a directive
                                        (default COM,RUN); for suites that are not run by lit
        -h                              Show the shorter help
        --help-list-hidden              Show this, too

      Read and without effect, as they are about what LLVM's programs share:
      """;

  private HelpText() {}

  /**
   * {@return the lines of the help}
   *
   * @param all whether options that few need are among them
   */
  static List<String> usage(boolean all) {
    StringBuilder text = new StringBuilder(USUAL);
    if (all) {
      text.append(HIDDEN);
      FlagNames.INHERITED_SWITCHES.forEach(name -> text.append("  --").append(name).append('\n'));
      FlagNames.INHERITED_VALUED.forEach(
          name -> text.append("  --").append(name).append("=<value>\n"));
    }
    return text.toString().lines().toList();
  }
}
