package org.qopt.filecheck.floats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.filecheck.regex.NumberPlaces;

/**
 * Finds numbers and lists of numbers in a part of a text: {@code -1.5e-3}, {@code inf}, {@code
 * nan}, hexadecimal bits of 32 or 64 such as {@code 0x7FC00000}, and {@code [1.0, [2, 3]]}.
 */
public final class FloatReader {
  private static final int MAX_DEPTH = 64;
  private static final List<String> WORDS = List.of("infinity", "inf", "nan");

  private final byte[] text;
  private final int start;
  private final int end;

  /** Reads in the part of {@code text} from {@code start} to before {@code end}. */
  public FloatReader(byte[] text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /**
   * A value and where it stands.
   *
   * @param start its first offset
   * @param end the offset after it
   * @param value the value
   */
  public record Found(int start, int end, FloatValue value) {}

  /** {@return all numbers, or all lists, from left to right; those of a list too} */
  public List<Found> all(boolean lists) {
    List<Found> found = new ArrayList<>();
    for (int at = start; at < end; at++) {
      Optional<Found> next = lists ? listAt(at, 0) : numberAt(at);
      if (next.isPresent()) {
        found.add(next.get());
        at = lists ? at : next.get().end() - 1;
      }
    }
    return found;
  }

  private Optional<Found> listAt(int at, int depth) {
    if (peek(at) != '[' || depth > MAX_DEPTH) {
      return Optional.empty();
    }
    List<FloatValue> items = new ArrayList<>();
    int next = at + 1;
    do {
      int begin = skipBlanks(next);
      Optional<Found> item = peek(begin) == '[' ? listAt(begin, depth + 1) : numberAt(begin);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get().value());
      next = skipBlanks(item.get().end()) + 1;
    } while (peek(next - 1) == ',');
    return peek(next - 1) == ']'
        ? Optional.of(new Found(at, next, new FloatValue.Items(items)))
        : Optional.empty();
  }

  private int skipBlanks(int at) {
    int next = at;
    while (peek(next) == ' ' || peek(next) == '\t') {
      next++;
    }
    return next;
  }

  /** {@return the longest number that begins at {@code at}} */
  private Optional<Found> numberAt(int at) {
    int first = peek(at);
    boolean possible = first == '-' || first == '+' || first == '.' || isDigit(first);
    if (!possible && "iInN".indexOf(first) < 0 || !NumberPlaces.canBegin(text, start, at)) {
      return Optional.empty();
    }
    boolean signed = first == '-' || first == '+';
    if (signed && !NumberPlaces.isSign(text, start, at)) {
      return Optional.empty();
    }
    int digits = signed ? at + 1 : at;
    if ("iInN".indexOf(peek(digits)) >= 0) {
      return wordAt(at, digits);
    }
    Optional<Found> bits = bitsAt(at, digits);
    if (bits.isPresent()) {
      return bits;
    }
    int next = skipDigits(digits);
    int count = next - digits;
    if (peek(next) == '.') {
      int fraction = skipDigits(next + 1);
      count += fraction - next - 1;
      next = fraction;
    }
    if (count == 0) {
      return Optional.empty();
    }
    next = skipExponent(next);
    double value = Double.parseDouble(string(at, next));
    return Optional.of(new Found(at, next, new FloatValue.Scalar(value)));
  }

  private int skipExponent(int at) {
    if (peek(at) != 'e' && peek(at) != 'E') {
      return at;
    }
    int digits = peek(at + 1) == '-' || peek(at + 1) == '+' ? at + 2 : at + 1;
    int next = skipDigits(digits);
    return next > digits ? next : at;
  }

  private Optional<Found> wordAt(int at, int word) {
    for (String name : WORDS) {
      int next = word + name.length();
      if (next <= end
          && string(word, next).equalsIgnoreCase(name)
          && !isLetterOrDigit(peek(next))) {
        double value = name.equals("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
        return Optional.of(found(at, next, peek(at) == '-' ? -value : value));
      }
    }
    return Optional.empty();
  }

  /** Reads the bits of a number, as compilers write what decimals cannot say. */
  private Optional<Found> bitsAt(int at, int digits) {
    if (digits != at || peek(at) != '0' || peek(at + 1) != 'x' && peek(at + 1) != 'X') {
      return Optional.empty();
    }
    int next = at + 2;
    while (Character.digit(peek(next), 16) >= 0) {
      next++;
    }
    int size = next - at - 2;
    if (size != 8 && size != 16) {
      return Optional.empty();
    }
    long bits = Long.parseUnsignedLong(string(at + 2, next), 16);
    double value = size == 8 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
    return Optional.of(found(at, next, value));
  }

  private static Found found(int start, int end, double value) {
    return new Found(start, end, new FloatValue.Scalar(value));
  }

  private int skipDigits(int at) {
    int next = at;
    while (isDigit(peek(next))) {
      next++;
    }
    return next;
  }

  private int peek(int at) {
    return at < end ? text[at] & 0xff : 0;
  }

  private String string(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetterOrDigit(int c) {
    return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }
}
