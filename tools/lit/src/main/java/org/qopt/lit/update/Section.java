package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Directives that belong together: a label, or what names a function, and those up to the next one,
 * or those before the first.
 *
 * @param lines the directives in their order, the label first
 */
record Section(ImmutableList<CheckLine> lines) {
  private static final Pattern SYMBOL = Pattern.compile("@([\\w.$-]+)");

  /** The beginning of a function, with whatever blocks. */
  private static final Pattern FUNCTION = Pattern.compile("(?:\\w+\\.)*func\\b[^(]*@[\\w.$-]+.*");

  static ImmutableList<Section> split(List<CheckLine> all) {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    List<CheckLine> current = new ArrayList<>();
    for (CheckLine line : all) {
      if (startsUnit(line) && !current.isEmpty()) {
        sections.add(new Section(ImmutableList.copyOf(current)));
        current.clear();
      }
      current.add(line);
    }
    if (!current.isEmpty()) {
      sections.add(new Section(ImmutableList.copyOf(current)));
    }
    return sections.build();
  }

  /** {@return this section after so many lines have been added above it} */
  Section moved(int by) {
    return new Section(
        lines.stream().map(line -> line.moved(by)).collect(ImmutableList.toImmutableList()));
  }

  /** {@return whether its first directive means the first line of what it is about} */
  boolean startsUnit() {
    return startsUnit(lines.getFirst());
  }

  private static boolean startsUnit(CheckLine line) {
    return line.isLabel()
        || line.isPositive()
            && !line.kind().equals(CheckLine.SAME)
            && !line.kind().equals(CheckLine.DAG)
            && FUNCTION.matcher(line.pattern()).matches();
  }

  /** {@return the function that it is about, as its first line names it} */
  Optional<String> symbol() {
    Matcher symbol = SYMBOL.matcher(lines.getFirst().pattern());
    return symbol.find() ? Optional.of(symbol.group(1)) : Optional.empty();
  }

  /** {@return whether most of its lines of output are checked, one after another} */
  boolean isDense() {
    return isDense(startsUnit() ? lines.subList(1, lines.size()) : lines);
  }

  static boolean isDense(List<CheckLine> directives) {
    long positive = directives.stream().filter(CheckLine::isPositive).count();
    long next = directives.stream().filter(d -> d.kind().equals(CheckLine.NEXT)).count();
    return 2 * next >= positive;
  }

  /** {@return the pattern of a label with another function's name} */
  static String renamed(String label, String symbol) {
    return SYMBOL.matcher(label).replaceFirst(Matcher.quoteReplacement("@" + symbol));
  }

  int firstIndex() {
    return lines.getFirst().index();
  }

  int lastIndex() {
    return lines.getLast().index();
  }
}
