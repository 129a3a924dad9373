package org.qopt.filecheck.regex;

import java.util.BitSet;

/** Writes a tree in the syntax of {@link java.util.regex.Pattern}. */
final class JavaTranslation {
  private final boolean ignoreCase;
  private final StringBuilder out = new StringBuilder();

  JavaTranslation(boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
  }

  String translate(Node root) {
    write(root);
    return out.toString();
  }

  private void write(Node node) {
    switch (node) {
      case Node.Bytes(BitSet set) -> writeSet(ignoreCase ? ByteSets.ignoringCase(set) : set);
      case Node.Sequence(var parts) -> parts.forEach(this::write);
      case Node.Choice(var alternatives) -> {
        String separator = "(?:";
        for (Node alternative : alternatives) {
          out.append(separator);
          write(alternative);
          separator = "|";
        }
        out.append(')');
      }
      case Node.Repeat(Node body, int min, int max) -> {
        out.append("(?:");
        write(body);
        out.append("){").append(min).append(',');
        out.append(max == Node.Repeat.UNBOUNDED ? "" : max).append('}');
      }
      case Node.Group(int _, Node body) -> {
        out.append('(');
        write(body);
        out.append(')');
      }
      // A digit after the reference must not become part of its number.
      case Node.BackReference(int group, Node _) -> out.append("(?:\\").append(group).append(')');
      case Node.Anchor anchor -> out.append(anchorText(anchor));
    }
  }

  private static String anchorText(Node.Anchor anchor) {
    return switch (anchor) {
      // Java's own ^ never matches at the end of the text.
      case LINE_START -> "(?<![^\\n])";
      case LINE_END -> "(?![^\\n])";
      case WORD_START -> "(?<![A-Za-z0-9_])(?=[A-Za-z0-9_])";
      case WORD_END -> "(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])";
      case NUMBER_START -> "(?<![A-Za-z0-9_.])(?<!(?<![A-Za-z0-9_)])-)";
      case NUMBER_END -> "(?![0-9]|\\.[0-9]|[eE][-+]?[0-9])";
    };
  }

  private void writeSet(BitSet set) {
    if (set.isEmpty()) {
      out.append("(?!)");
      return;
    }
    if (set.cardinality() == 1) {
      appendByte(set.nextSetBit(0));
      return;
    }
    out.append('[');
    for (int low = set.nextSetBit(0); low >= 0; ) {
      int high = set.nextClearBit(low) - 1;
      appendByte(low);
      out.append('-');
      appendByte(high);
      low = set.nextSetBit(high + 1);
    }
    out.append(']');
  }

  private void appendByte(int c) {
    if (Character.isLetterOrDigit(c) && c < 0x80) {
      out.append((char) c);
    } else {
      out.append(String.format("\\x%02x", c));
    }
  }
}
