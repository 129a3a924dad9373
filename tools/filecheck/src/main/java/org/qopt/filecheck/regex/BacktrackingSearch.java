package org.qopt.filecheck.regex;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches for an expression with back references, which no automaton can. As in LLVM's regexec, an
 * automaton that knows of each reference only what its group could hold finds where a match may
 * begin and end, and backtracking says which of these, the longest first, is one.
 *
 * @param nfa finds where a match may be
 * @param pattern matches just the matches
 */
record BacktrackingSearch(Nfa nfa, Pattern pattern) implements Engine {
  /** Steps after which a search is given up: an expression can make it take for ever. */
  private static final long MAX_STEPS = 20_000_000;

  /** Steps allowed besides for each byte of the region, since a long text takes long anyway. */
  private static final long STEPS_PER_BYTE = 20;

  static BacktrackingSearch of(Node root, boolean ignoreCase) throws RegexSyntaxException {
    String translated = new JavaTranslation(ignoreCase).translate(root);
    return new BacktrackingSearch(Nfa.of(root, ignoreCase), Pattern.compile(translated));
  }

  @Override
  public boolean crossesLines() {
    return nfa.crossesLines();
  }

  @Override
  public Optional<RegexMatch> find(byte[] text, int start, int end, int from, int to) {
    CountedText region =
        new CountedText(text, start, end, MAX_STEPS + STEPS_PER_BYTE * (end - start));
    Matcher matcher = pattern.matcher(region).useAnchoringBounds(false).useTransparentBounds(true);
    try {
      for (int at = from; at <= to; at++) {
        NfaRun run = new NfaRun(nfa, text, start, end);
        if (!run.search(at, to)) {
          return Optional.empty();
        }
        at = run.matchStart();
        BitSet lengths = new NfaRun(nfa, text, start, end).lengths(at, run.matchEnd());
        region.count(run.matchEnd() - at);
        for (int n = lengths.length() - 1; n >= 0; n = lengths.previousSetBit(n - 1)) {
          if (matcher.region(at - start, at - start + n).matches()) {
            return Optional.of(match(matcher, start));
          }
        }
      }
    } catch (GivenUpException | StackOverflowError e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static RegexMatch match(Matcher matcher, int start) {
    int[] bounds = new int[2 * (matcher.groupCount() + 1)];
    for (int group = 0; group <= matcher.groupCount(); group++) {
      boolean took = matcher.start(group) >= 0;
      bounds[2 * group] = took ? start + matcher.start(group) : -1;
      bounds[2 * group + 1] = took ? start + matcher.end(group) : -1;
    }
    return new RegexMatch(bounds[0], bounds[1], (_, _) -> bounds);
  }

  /** Ends a search that takes too long. */
  private static final class GivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUpException() {
      super("the search takes too long", null, false, false);
    }
  }

  /** A region of a text that counts how often it is read. */
  private static final class CountedText implements CharSequence {
    private final byte[] text;
    private final int start;
    private final int end;
    private long left;

    CountedText(byte[] text, int start, int end, long limit) {
      this.text = text;
      this.start = start;
      this.end = end;
      this.left = limit;
    }

    void count(long reads) {
      left -= reads;
      if (left < 0) {
        throw new GivenUpException();
      }
    }

    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      count(1);
      return (char) (text[start + index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new String(text, start + from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }
  }
}
