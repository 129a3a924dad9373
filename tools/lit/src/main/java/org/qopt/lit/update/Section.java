package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Directives that belong together: a label and those up to the next one, or those before the first.
 *
 * @param lines the directives in their order, the label first
 */
record Section(ImmutableList<CheckLine> lines) {
  private static final Pattern SYMBOL = Pattern.compile("@([\\w.$-]+)");

  static ImmutableList<Section> split(List<CheckLine> all) {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    List<CheckLine> current = new ArrayList<>();
    for (CheckLine line : all) {
      if (line.isLabel() && !current.isEmpty()) {
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

  boolean hasLabel() {
    return lines.getFirst().isLabel();
  }

  /** {@return the function that it is about, as its first line names it} */
  Optional<String> symbol() {
    Matcher symbol = SYMBOL.matcher(lines.getFirst().pattern());
    return symbol.find() ? Optional.of(symbol.group(1)) : Optional.empty();
  }

  int firstIndex() {
    return lines.getFirst().index();
  }

  int lastIndex() {
    return lines.getLast().index();
  }
}
