package org.qopt.filecheck;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the prefixes that a caller supplies. */
final class PrefixValidator {
  private PrefixValidator() {}

  /** {@return the first thing wrong with the prefixes} */
  static Optional<Diagnostic> validate(FileCheckOptions options) {
    Set<String> seen = new HashSet<>();
    if (options.checkPrefixes().isEmpty()) {
      seen.addAll(options.effectiveCheckPrefixes());
    }
    if (options.commentPrefixes().isEmpty()) {
      seen.addAll(options.effectiveCommentPrefixes());
    }
    return validate("check", options.checkPrefixes(), seen)
        .or(() -> validate("comment", options.commentPrefixes(), seen));
  }

  private static Optional<Diagnostic> validate(
      String kind, List<String> prefixes, Set<String> seen) {
    for (String prefix : prefixes) {
      String problem = problem(prefix, seen);
      if (!problem.isEmpty()) {
        return Optional.of(Diagnostic.error("supplied " + kind + " prefix must " + problem));
      }
    }
    return Optional.empty();
  }

  private static String problem(String prefix, Set<String> seen) {
    if (prefix.isEmpty()) {
      return "not be the empty string";
    }
    if (!prefix.chars().allMatch(c -> Words.isWordPart((char) c))) {
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
