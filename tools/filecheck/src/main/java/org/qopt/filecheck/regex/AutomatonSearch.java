package org.qopt.filecheck.regex;

import java.util.Optional;

/**
 * Searches in time linear in the text.
 *
 * @param expression what tells the groups of a match
 * @param nfa the automaton of the whole
 */
record AutomatonSearch(Submatches.Expression expression, Nfa nfa) implements Engine {
  @Override
  public boolean crossesLines() {
    return nfa.crossesLines();
  }

  @Override
  public Optional<RegexMatch> find(byte[] text, int start, int end, int from, int to) {
    NfaRun run = new NfaRun(nfa, text, start, end);
    if (!run.search(from, to)) {
      return Optional.empty();
    }
    return Optional.of(
        new RegexMatch(run.matchStart(), run.matchEnd(), new Groups(expression, text, start, end)));
  }

  /** Where a match was found, so that its groups can be found once somebody asks for one. */
  private record Groups(Submatches.Expression expression, byte[] text, int start, int end)
      implements RegexMatch.GroupFinder {
    @Override
    public int[] find(int matchStart, int matchEnd) {
      try {
        return Submatches.find(expression, text, start, end, matchStart, matchEnd);
      } catch (RegexSyntaxException e) {
        throw new IllegalStateException("the parts are smaller than the whole", e);
      }
    }
  }
}
