package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Changes the directives of one test until all its runs find what they ask for. Directives that
 * hold stay as they are.
 */
public final class CheckUpdater {
  private final List<RecordedRun> runs;
  private final Judge judge;
  private final Path folder;
  private final boolean attributes;

  /**
   * An updater for one test.
   *
   * @param runs its calls of {@code filecheck}, in order
   * @param judge the real {@code filecheck}
   * @param folder the folder of the test
   * @param attributes whether new directives show attributes
   */
  public CheckUpdater(List<RecordedRun> runs, Judge judge, Path folder, boolean attributes) {
    this.runs = ImmutableList.copyOf(runs);
    this.judge = judge;
    this.folder = folder;
    this.attributes = attributes;
  }

  /** {@return the lines of the test with directives that hold; empty if there is no way} */
  public Optional<List<String>> update(List<String> original) {
    List<String> lines = new ArrayList<>(original);
    for (RecordedRun run : runs) {
      if (judge.holds(run, run.prefixes(), lines)) {
        continue;
      }
      lines = updateRun(run, lines);
      if (!judge.holds(run, run.prefixes(), lines)) {
        lines = afresh(run, lines);
      }
    }
    for (RecordedRun run : runs) {
      if (!judge.holds(run, run.prefixes(), lines)) {
        return Optional.empty();
      }
    }
    return Optional.of(lines);
  }

  private List<String> updateRun(RecordedRun run, List<String> original) {
    List<String> lines = original;
    List<OutputUnit> units = units(run);
    ImmutableList<Section> sections = Section.split(CheckLine.find(lines, run.prefixes()));
    if (sections.isEmpty()) {
      return addAll(run, units, lines);
    }
    List<Optional<OutputUnit>> meant = MeantUnits.of(sections, output(run), lines);
    // From the first to the last, since a section may ask for what one above it captures.
    for (int i = 0; i < sections.size(); i++) {
      Section here = sections.get(i).moved(lines.size() - original.size());
      if (!holds(run, here, lines)) {
        lines = updateSection(run, here, meant.get(i), lines);
      }
    }
    return addMissing(run, units, lines);
  }

  /**
   * {@return the file with new directives for all functions: sections can hold one by one and not
   * together, where one asks for what another one captured}
   */
  private List<String> afresh(RecordedRun run, List<String> lines) {
    List<OutputUnit> units = units(run);
    if (units.stream().anyMatch(unit -> unit.symbol().isEmpty())) {
      return lines;
    }
    List<String> bare = lines;
    for (Section section : Section.split(CheckLine.find(lines, run.prefixes())).reverse()) {
      bare = withoutGap(section.firstIndex(), removed(section, bare));
    }
    return addAll(run, units, bare);
  }

  /**
   * {@return the file with directives for functions that have none, if a prefix has none at all}
   */
  private List<String> addMissing(RecordedRun run, List<OutputUnit> units, List<String> lines) {
    List<CheckLine> all = CheckLine.find(lines, run.prefixes());
    Set<String> used = prefixes(new Section(ImmutableList.copyOf(all)));
    if (used.containsAll(run.prefixes())) {
      return lines;
    }
    Set<Optional<String>> known = new HashSet<>();
    Section.split(all).forEach(section -> known.add(section.symbol()));
    return addAll(
        run, units.stream().filter(unit -> !known.contains(unit.symbol())).toList(), lines);
  }

  private static List<OutputUnit> units(RecordedRun run) {
    return OutputUnit.split(output(run));
  }

  private static String output(RecordedRun run) {
    return new String(run.input(), StandardCharsets.UTF_8);
  }

  /** {@return whether a section holds on its own, all others taken away} */
  private boolean holds(RecordedRun run, Section section, List<String> lines) {
    Set<Integer> kept = new HashSet<>();
    section.lines().forEach(line -> kept.add(line.index()));
    List<String> alone = new ArrayList<>(lines);
    List<CheckLine> all = CheckLine.find(lines, run.prefixes());
    CheckLine first = section.lines().getFirst();
    // What the first line would follow is taken away; before the first of all nothing was.
    boolean follows =
        all.stream().anyMatch(line -> line.index() < first.index() && line.isPositive());
    if (follows && first.kind().equals(CheckLine.NEXT)) {
      alone.set(first.index(), first.withPattern(CheckLine.PLAIN, first.pattern()));
    }
    for (CheckLine line : all) {
      if (!kept.contains(line.index())) {
        alone.set(line.index(), "");
      }
    }
    return judge.holds(
        run.withDefinitions(definedAbove(run, section, lines)), prefixes(section), alone);
  }

  /** {@return what the variables hold that a section uses and another one defines} */
  private static Map<String, String> definedAbove(
      RecordedRun run, Section section, List<String> lines) {
    Set<String> wanted = new HashSet<>();
    section.lines().forEach(line -> wanted.addAll(new CheckPattern(line.pattern()).uses()));
    section.lines().forEach(l -> wanted.removeAll(new CheckPattern(l.pattern()).definitions()));
    Map<String, String> known = new TreeMap<>();
    if (wanted.isEmpty()) {
      return known;
    }
    List<String> output = output(run).lines().toList();
    for (CheckLine line : CheckLine.find(lines, run.prefixes())) {
      CheckPattern pattern = new CheckPattern(line.pattern());
      if (line.index() < section.firstIndex() && !pattern.definitions().isEmpty()) {
        output.stream()
            .map(text -> pattern.bind(text, known))
            .flatMap(Optional::stream)
            .findFirst()
            .ifPresent(known::putAll);
      }
    }
    known.keySet().retainAll(wanted);
    return known;
  }

  private static Set<String> prefixes(Section section) {
    Set<String> prefixes = new HashSet<>();
    section.lines().forEach(line -> prefixes.add(line.prefix()));
    return prefixes;
  }

  private List<String> updateSection(
      RecordedRun run, Section section, Optional<OutputUnit> unit, List<String> lines) {
    if (unit.isEmpty()) {
      return withoutGap(section.firstIndex(), removed(section, lines));
    }
    for (Keeps keeps : Keeps.values()) {
      if (keeps == Keeps.WHAT_HOLDS && section.isDense()) {
        continue;
      }
      List<WrittenLine> written =
          new SectionWriter(folder, attributes, keeps)
              .rewrite(section, unit.get(), definedAbove(run, section, lines));
      List<String> changed = replaced(section, written, lines);
      if (holdsAfter(run, section, written.size(), changed)
          && othersHold(run, section, written.size(), lines, changed)) {
        return changed;
      }
    }
    if (unit.get().symbol().isEmpty() && !section.isDense()) {
      // Nobody would check a whole text instead of the few lines that were.
      return lines;
    }
    String leader = section.lines().getFirst().leader();
    List<String> fresh =
        new SectionWriter(folder, attributes, Keeps.POSITIVE)
            .fresh(leader, prefixFor(run, unit.get()), unit.get());
    return inserted(section.firstIndex(), fresh, removed(section, lines));
  }

  /** {@return whether a change leaves to other runs what held for them} */
  private boolean othersHold(
      RecordedRun run, Section section, int size, List<String> lines, List<String> changed) {
    Set<String> prefixes = prefixes(section);
    return runs.stream()
        .filter(other -> other != run && !Collections.disjoint(other.prefixes(), prefixes))
        .allMatch(
            other ->
                holdsAfter(other, section, size, changed)
                    || !holdsAfter(other, section, section.lines().size(), lines));
  }

  /** {@return whether all runs with a prefix print the same for a function} */
  private boolean isSame(String prefix, OutputUnit unit) {
    return runs.stream()
        .filter(run -> run.prefixes().contains(prefix))
        .allMatch(run -> units(run).contains(unit));
  }

  private String prefixFor(RecordedRun run, OutputUnit unit) {
    return run.prefixes().stream()
        .filter(prefix -> isSame(prefix, unit))
        .findFirst()
        .orElse(run.prefixes().getLast());
  }

  private boolean holdsAfter(RecordedRun run, Section old, int size, List<String> lines) {
    return Section.split(CheckLine.find(lines, run.prefixes())).stream()
        .filter(section -> section.firstIndex() < old.firstIndex() + size)
        .filter(section -> section.lastIndex() >= old.firstIndex())
        .allMatch(section -> holds(run, section, lines));
  }

  /** {@return the file with a section rewritten, what stands between its lines left there} */
  private static List<String> replaced(
      Section section, List<WrittenLine> written, List<String> lines) {
    Map<Integer, List<String>> at = new TreeMap<>();
    int place = section.firstIndex();
    for (WrittenLine line : written) {
      place = Math.max(place, line.index().orElse(place));
      at.computeIfAbsent(place, _ -> new ArrayList<>()).add(line.text());
    }
    Set<Integer> old = new HashSet<>();
    section.lines().forEach(line -> old.add(line.index()));
    List<String> result = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (at.containsKey(i)) {
        result.addAll(at.get(i));
      } else if (!old.contains(i)) {
        result.add(lines.get(i));
      }
    }
    return result;
  }

  private static List<String> removed(Section section, List<String> lines) {
    return replaced(section, List.of(), lines);
  }

  /** {@return the lines without the second of two empty ones that meet at an index} */
  private static List<String> withoutGap(int at, List<String> lines) {
    boolean gap =
        at > 0 && at < lines.size() && lines.get(at - 1).isBlank() && lines.get(at).isBlank();
    return gap
        ? ImmutableList.<String>builder()
            .addAll(lines.subList(0, at))
            .addAll(lines.subList(at + 1, lines.size()))
            .build()
        : lines;
  }

  private static List<String> inserted(int at, List<String> more, List<String> lines) {
    List<String> result = new ArrayList<>(lines);
    result.addAll(Math.min(at, lines.size()), more);
    return result;
  }

  /**
   * {@return a file without directives of a run with new ones, above the functions they are for}
   */
  private List<String> addAll(RecordedRun run, List<OutputUnit> units, List<String> lines) {
    SectionWriter writer = new SectionWriter(folder, attributes, Keeps.POSITIVE);
    String leader = leader(lines);
    List<String> result = new ArrayList<>(lines);
    for (OutputUnit unit : units) {
      List<String> fresh = writer.fresh(leader, prefixFor(run, unit), unit);
      int at = place(unit, result);
      if (at == result.size() && !result.isEmpty() && !result.getLast().isBlank()) {
        fresh.addFirst("");
      }
      result.addAll(at, fresh);
    }
    return result;
  }

  private static int place(OutputUnit unit, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher function = OutputUnit.FUNCTION.matcher(lines.get(i));
      if (function.matches() && unit.symbol().equals(Optional.of(function.group(2)))) {
        return i;
      }
    }
    return lines.size();
  }

  /** {@return what stands before the first {@code RUN:}, such as the beginning of a comment} */
  private static String leader(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("RUN:"))
        .map(line -> line.substring(0, line.indexOf("RUN:")))
        .findFirst()
        .orElse("");
  }
}
