package org.qopt.filecheck.regex;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches for an expression with back references, which no automaton can. */
final class BacktrackingSearch implements Engine {
  /** Steps after which a search is given up: an expression can make it take for ever. */
  private static final long MAX_STEPS = 20_000_000;

  /** Steps allowed besides for each byte of the region, since a long text takes long anyway. */
  private static final long STEPS_PER_BYTE = 20;

  private final Pattern pattern;

  BacktrackingSearch(Node root, boolean ignoreCase) {
    int flags = Pattern.UNIX_LINES | Pattern.MULTILINE;
    String translated = new JavaTranslation(ignoreCase).translate(root);
    this.pattern =
        Pattern.compile(translated, ignoreCase ? flags | Pattern.CASE_INSENSITIVE : flags);
  }

  @Override
  public boolean crossesLines() {
    return true;
  }

  @Override
  public Optional<RegexMatch> find(byte[] text, int start, int end, int from, int to) {
    Matcher matcher =
        pattern
            .matcher(new CountedText(text, MAX_STEPS + STEPS_PER_BYTE * (end - start)))
            .region(start, end);
    try {
      if (!matcher.find()) {
        return Optional.empty();
      }
    } catch (GivenUpException | StackOverflowError e) {
      return Optional.empty();
    }
    int[] bounds = new int[2 * (matcher.groupCount() + 1)];
    for (int group = 0; group <= matcher.groupCount(); group++) {
      bounds[2 * group] = matcher.start(group);
      bounds[2 * group + 1] = matcher.end(group);
    }
    return Optional.of(new RegexMatch(matcher.start(), matcher.end(), (_, _) -> bounds));
  }

  /** Ends a search that takes too long. */
  private static final class GivenUpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUpException() {
      super("the search takes too long", null, false, false);
    }
  }

  /** A text that counts how often it is read. */
  private static final class CountedText implements CharSequence {
    private final byte[] text;
    private final long limit;
    private long reads;

    CountedText(byte[] text, long limit) {
      this.text = text;
      this.limit = limit;
    }

    @Override
    public int length() {
      return text.length;
    }

    @Override
    public char charAt(int index) {
      if (++reads > limit) {
        throw new GivenUpException();
      }
      return (char) (text[index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return new String(text, StandardCharsets.ISO_8859_1);
    }
  }
}
