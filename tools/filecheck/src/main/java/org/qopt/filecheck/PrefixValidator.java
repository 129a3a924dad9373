package org.qopt.filecheck;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the prefixes that a caller supplies. */
final class PrefixValidator {
  private PrefixValidator() {}

  /**
   * Accepts the prefixes.
   *
   * @throws CheckSyntaxException for the first that is wrong
   */
  static void validate(FileCheckOptions options) throws CheckSyntaxException {
    Set<String> seen = new HashSet<>();
    if (options.checkPrefixes().isEmpty()) {
      seen.addAll(options.effectiveCheckPrefixes());
    }
    if (options.commentPrefixes().isEmpty()) {
      seen.addAll(options.effectiveCommentPrefixes());
    }
    validate("check", options.checkPrefixes(), seen);
    validate("comment", options.commentPrefixes(), seen);
  }

  private static void validate(String kind, List<String> prefixes, Set<String> seen)
      throws CheckSyntaxException {
    for (String prefix : prefixes) {
      String problem = problem(prefix, seen);
      if (!problem.isEmpty()) {
        throw new CheckSyntaxException(
            List.of(Diagnostic.error("supplied " + kind + " prefix must " + problem)));
      }
    }
  }

  private static String problem(String prefix, Set<String> seen) {
    if (prefix.isEmpty()) {
      return "not be the empty string";
    }
    if (!Words.isWord(prefix)) {
      return "start with a letter and contain only alphanumeric characters, hyphens, and"
          + " underscores: '"
          + prefix
          + "'";
    }
    if (!seen.add(prefix)) {
      return "be unique among check and comment prefixes: '" + prefix + "'";
    }
    return "";
  }
}
