package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Finds for each section of directives the part of the output that it means. */
final class MeantUnits {
  private static final int NONE = -1;

  /** A label that has less in common with a line does not mean it. */
  private static final double ALIKE = 0.3;

  private final List<Section> sections;
  private final List<String> output;
  private final List<String> file;
  private final List<OutputUnit> functions;

  /** What has been found for each section in an output with functions. */
  private final List<Optional<OutputUnit>> found = new ArrayList<>();

  private MeantUnits(List<Section> sections, String output, List<String> file) {
    this.sections = sections;
    this.output = output.lines().map(String::strip).toList();
    this.file = file;
    this.functions =
        OutputUnit.split(output).stream().filter(unit -> unit.symbol().isPresent()).toList();
  }

  /**
   * {@return for each section the lines that it is about; empty if they are gone}
   *
   * @param output what was printed
   * @param file the lines of the test
   */
  static ImmutableList<Optional<OutputUnit>> of(
      List<Section> sections, String output, List<String> file) {
    MeantUnits meant = new MeantUnits(sections, output, file);
    return meant.functions.isEmpty() ? meant.parts() : meant.functions();
  }

  /** Cuts an output without functions where the labels are. */
  private ImmutableList<Optional<OutputUnit>> parts() {
    int[] starts = starts();
    ImmutableList.Builder<Optional<OutputUnit>> parts = ImmutableList.builder();
    for (int i = 0; i < starts.length; i++) {
      parts.add(starts[i] == NONE ? Optional.empty() : Optional.of(part(starts, i)));
    }
    return parts.build();
  }

  /** {@return the lines at which sections begin; that of the first without a label is 0} */
  private int[] starts() {
    int[] starts = new int[sections.size()];
    int from = 0;
    for (int i = 0; i < starts.length; i++) {
      boolean labelled = sections.get(i).startsUnit();
      starts[i] = labelled ? first(sections.get(i), from, output.size()) : from;
      from = labelled && starts[i] != NONE ? starts[i] + 1 : from;
    }
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] == NONE) {
        starts[i] = mostAlike(sections.get(i), i == 0 ? 0 : starts[i - 1] + 1, next(starts, i));
      }
    }
    return starts;
  }

  private int first(Section section, int from, int to) {
    CheckPattern label = new CheckPattern(section.lines().getFirst().pattern());
    for (int i = from; i < to; i++) {
      if (label.mayMatch(output.get(i))) {
        return i;
      }
    }
    return NONE;
  }

  private int mostAlike(Section section, int from, int to) {
    int best = NONE;
    double most = ALIKE;
    for (int i = from; i < to; i++) {
      double alike = Likeness.of(section.lines().getFirst().pattern(), output.get(i));
      if (alike > most) {
        most = alike;
        best = i;
      }
    }
    return best;
  }

  private int next(int[] starts, int section) {
    for (int i = section + 1; i < starts.length; i++) {
      if (starts[i] > starts[section]) {
        return starts[i];
      }
    }
    return output.size();
  }

  private OutputUnit part(int[] starts, int section) {
    return part(starts[section], next(starts, section));
  }

  private OutputUnit part(int from, int to) {
    int end = to;
    while (end > from && output.get(end - 1).isEmpty()) {
      end--;
    }
    return new OutputUnit(Optional.empty(), ImmutableList.copyOf(output.subList(from, end)));
  }

  private ImmutableList<Optional<OutputUnit>> functions() {
    Set<String> claimed = new HashSet<>();
    sections.forEach(section -> section.symbol().ifPresent(claimed::add));
    int after = NONE;
    for (Section section : sections) {
      int named = named(section.symbol(), after);
      found.add(named == NONE ? Optional.empty() : Optional.of(functions.get(named)));
      after = named == NONE ? after : named;
    }
    for (int i = 0; i < sections.size(); i++) {
      if (found.get(i).isEmpty()) {
        found.set(i, unnamed(i, claimed));
      }
    }
    return ImmutableList.copyOf(found);
  }

  /** {@return the function of a name, if there are several that behind the last one} */
  private int named(Optional<String> symbol, int after) {
    int first = NONE;
    for (int i = 0; i < functions.size() && symbol.isPresent(); i++) {
      if (functions.get(i).symbol().equals(symbol)) {
        first = first == NONE ? i : first;
        if (i > after) {
          return i;
        }
      }
    }
    return first;
  }

  private Optional<OutputUnit> unnamed(int section, Set<String> claimed) {
    if (!sections.get(section).startsUnit()) {
      int next = section + 1 < sections.size() ? line(found.get(section + 1)) : output.size();
      return Optional.of(part(0, next));
    }
    return besides(section, claimed)
        .or(() -> functions.size() == 1 ? Optional.of(functions.getFirst()) : inBetween(section))
        .filter(unit -> !found.contains(Optional.of(unit)));
  }

  private int line(Optional<OutputUnit> unit) {
    for (int i = 0; i < output.size() && unit.isPresent(); i++) {
      Matcher function = OutputUnit.FUNCTION.matcher(output.get(i));
      if (function.matches() && unit.get().symbol().equals(Optional.of(function.group(2)))) {
        return i;
      }
    }
    return output.size();
  }

  /** {@return the function of the test that stands below the section, or else above it} */
  private Optional<OutputUnit> besides(int section, Set<String> claimed) {
    int last = sections.get(section).lastIndex();
    int first = sections.get(section).firstIndex();
    for (int i = last + 1; i < file.size(); i++) {
      Optional<OutputUnit> unit = unitOf(file.get(i), claimed);
      if (unit.isPresent()) {
        return unit;
      }
    }
    for (int i = first - 1; i >= 0; i--) {
      Optional<OutputUnit> unit = unitOf(file.get(i), claimed);
      if (unit.isPresent()) {
        return unit;
      }
    }
    return Optional.empty();
  }

  private Optional<OutputUnit> unitOf(String line, Set<String> claimed) {
    Matcher function = OutputUnit.FUNCTION.matcher(line);
    if (!function.matches() || claimed.contains(function.group(2))) {
      return Optional.empty();
    }
    int named = named(Optional.of(function.group(2)), NONE);
    return named == NONE ? Optional.empty() : Optional.of(functions.get(named));
  }

  /** {@return the only function between those of the sections around, if there is just one} */
  private Optional<OutputUnit> inBetween(int section) {
    int before = section == 0 ? NONE : index(found.get(section - 1));
    int behind = section + 1 == sections.size() ? functions.size() : index(found.get(section + 1));
    return behind - before == 2 ? Optional.of(functions.get(before + 1)) : Optional.empty();
  }

  private int index(Optional<OutputUnit> unit) {
    return unit.isPresent() ? functions.indexOf(unit.get()) : functions.size();
  }
}
