package org.qopt.filecheck;

import java.util.List;

/**
 * How a check file is read and matched; each component is a flag of FileCheck.
 *
 * @param checkPrefixes what directives start with; empty for {@code CHECK}
 * @param commentPrefixes what comments start with; empty for {@code COM} and {@code RUN}
 * @param allowUnusedPrefixes whether a check prefix may be absent from the check file
 * @param strictWhitespace whether runs of blanks must match exactly
 * @param ignoreCase whether letters match in either case
 * @param implicitCheckNot patterns that must not appear between the matches
 * @param matchFullLines whether a match must cover its line
 * @param enableVarScope whether {@code -LABEL} forgets variables without a {@code $}
 * @param allowDagOverlap whether the matches of a {@code -DAG} group may overlap
 * @param allowEmpty whether the input may be empty
 * @param defines definitions {@code NAME=VALUE} and {@code #NAME=EXPRESSION}
 * @param verbosity what is said about directives that hold
 * @param strictDirectives whether what is almost a directive is an error rather than a warning
 * @param explain whether failures are explained beyond what LLVM's FileCheck says
 */
public record FileCheckOptions(
    List<String> checkPrefixes,
    List<String> commentPrefixes,
    boolean allowUnusedPrefixes,
    boolean strictWhitespace,
    boolean ignoreCase,
    List<String> implicitCheckNot,
    boolean matchFullLines,
    boolean enableVarScope,
    boolean allowDagOverlap,
    boolean allowEmpty,
    List<String> defines,
    Verbosity verbosity,
    boolean strictDirectives,
    boolean explain) {

  /** What is said about directives that hold. */
  public enum Verbosity {
    /** Nothing. */
    QUIET,
    /** Where they matched. */
    VERBOSE,
    /** Also what was tried, and which {@code -NOT} patterns stayed away. */
    VERY_VERBOSE
  }

  /** Copies the lists. */
  public FileCheckOptions {
    checkPrefixes = List.copyOf(checkPrefixes);
    commentPrefixes = List.copyOf(commentPrefixes);
    implicitCheckNot = List.copyOf(implicitCheckNot);
    defines = List.copyOf(defines);
  }

  /** {@return what a call without flags means} */
  public static FileCheckOptions defaults() {
    return new FileCheckOptions(
        List.of(),
        List.of(),
        false,
        false,
        false,
        List.of(),
        false,
        false,
        false,
        false,
        List.of(),
        Verbosity.QUIET,
        false,
        false);
  }

  /** {@return these options with other check prefixes} */
  public FileCheckOptions withCheckPrefixes(String... prefixes) {
    return new FileCheckOptions(
        List.of(prefixes),
        commentPrefixes,
        allowUnusedPrefixes,
        strictWhitespace,
        ignoreCase,
        implicitCheckNot,
        matchFullLines,
        enableVarScope,
        allowDagOverlap,
        allowEmpty,
        defines,
        verbosity,
        strictDirectives,
        explain);
  }

  List<String> effectiveCheckPrefixes() {
    return checkPrefixes.isEmpty() ? List.of("CHECK") : checkPrefixes;
  }

  List<String> effectiveCommentPrefixes() {
    return commentPrefixes.isEmpty() ? List.of("COM", "RUN") : commentPrefixes;
  }

  boolean verbose() {
    return verbosity != Verbosity.QUIET;
  }

  boolean veryVerbose() {
    return verbosity == Verbosity.VERY_VERBOSE;
  }
}
