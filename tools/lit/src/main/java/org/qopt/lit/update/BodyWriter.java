package org.qopt.lit.update;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Writes the directives behind the label of a section anew. */
final class BodyWriter {
  private final SectionWriter settings;
  private final List<CheckLine> directives;
  private final List<String> output;
  private final Values values;
  private final List<WrittenLine> lines;
  private final LineWriter writer;
  private final boolean dense;

  /** Directives that hold in another order than they stand in, by their lines of output. */
  private final Map<Integer, Alignment.Group> moved = new HashMap<>();

  /** The line of output that was written last; the label's is the one before the first. */
  private int last = -1;

  private final List<CheckLine> nots;
  private int nextNot;

  /**
   * A writer of one body.
   *
   * @param settings how it is written
   * @param directives the old ones
   * @param output the lines that they are about
   * @param values what is known of values
   * @param lines where lines are added
   * @param isProgram whether the output is a program
   */
  BodyWriter(
      SectionWriter settings,
      List<CheckLine> directives,
      List<String> output,
      Values values,
      List<WrittenLine> lines,
      boolean isProgram) {
    this.settings = settings;
    this.directives = directives;
    this.output = output;
    this.values = values;
    this.lines = lines;
    this.writer = new LineWriter(values, settings.folder(), isProgram);
    this.nots = directives.stream().filter(d -> d.kind().equals(CheckLine.NOT)).toList();
    this.dense = Section.isDense(directives);
    for (CheckLine directive : directives) {
      Matcher value = LineWriter.VALUE.matcher(directive.pattern());
      while (value.find()) {
        values.learnPlain(value.group());
      }
    }
  }

  void write() {
    List<Alignment.Group> groups = new ArrayList<>();
    for (CheckLine directive : directives) {
      if (directive.kind().equals(CheckLine.SAME) && !groups.isEmpty()) {
        groups.getLast().same().add(directive);
      } else if (directive.isPositive() || directive.isLabel()) {
        groups.add(new Alignment.Group(directive, new ArrayList<>()));
      }
    }
    if (settings.keeps() == Keeps.WHAT_HOLDS) {
      groups.removeIf(group -> output.stream().noneMatch(group::mayMatch));
    }
    int[] found = Alignment.align(groups, output);
    move(groups, found);
    for (int i = 0; i < found.length; i++) {
      if (found[i] != Alignment.NONE) {
        fill(found[i], groups.get(i).main().follows());
        keepNots(groups.get(i).main().index());
        keep(groups.get(i), found[i], false);
      } else if (groups.get(i).main().isDag()) {
        keepAnywhere(groups.get(i));
      }
    }
    if (groups.isEmpty()) {
      fill(output.size(), true);
    } else if (!moved.isEmpty()) {
      fill(Collections.max(moved.keySet()) + 1, false);
    }
    keepNots(Integer.MAX_VALUE);
  }

  /**
   * Finds for directives that have no line in their order one in another, and takes it from those
   * that were only taken to mean it.
   */
  private void move(List<Alignment.Group> groups, int[] found) {
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < found.length; i++) {
      if (found[i] != Alignment.NONE && groups.get(i).mayMatch(output.get(found[i]))) {
        taken.add(found[i]);
      }
    }
    for (int i = 0; i < found.length; i++) {
      Alignment.Group group = groups.get(i);
      boolean finds = found[i] != Alignment.NONE && group.mayMatch(output.get(found[i]));
      if (finds || group.main().isDag()) {
        continue;
      }
      for (int line = 0; line < output.size(); line++) {
        if (!taken.contains(line) && group.mayMatch(output.get(line))) {
          taken.add(line);
          moved.put(line, group);
          found[i] = Alignment.NONE;
          break;
        }
      }
    }
    for (int i = 0; i < found.length; i++) {
      found[i] = moved.containsKey(found[i]) ? Alignment.NONE : found[i];
    }
  }

  /**
   * Writes what stands in the output between directives: what was to be checked in another order,
   * and the rest if all of it was.
   *
   * @param all whether the directive that comes next allows nothing in between
   */
  private void fill(int to, boolean all) {
    for (int i = last + 1; i < to; i++) {
      if (moved.containsKey(i)) {
        keep(moved.remove(i), i, true);
      } else if (dense && all) {
        add(Optional.empty(), i);
      }
    }
  }

  /** Keeps what must not be there and stands above a line of the file. */
  private void keepNots(int above) {
    while (settings.keeps() != Keeps.POSITIVE
        && nextNot < nots.size()
        && nots.get(nextNot).index() < above) {
      lines.add(WrittenLine.kept(nots.get(nextNot++)));
    }
  }

  /** Writes a line of output, in place of an old directive if there is one. */
  private void add(Optional<CheckLine> old, int at) {
    CheckLine model = old.orElseGet(this::model);
    String kind = last == at - 1 ? CheckLine.NEXT : CheckLine.PLAIN;
    if (old.isPresent() && (model.isLabel() || model.isDag() || !dense && model.kind().isEmpty())) {
      kind = model.kind();
    }
    String line = output.get(at);
    LineStyle style = LineStyle.among(directives, settings.attributes());
    if (old.isPresent()) {
      LineStyle like = LineStyle.like(model, settings.attributes());
      // An operation with results may have taken the place of one that has none.
      style = Likeness.sameStart(model.pattern(), line) ? like : like.withResults(style.results());
    }
    Optional<String> mended = old.flatMap(directive -> writer.mend(directive, line));
    mended.ifPresent(pattern -> values.learn(pattern, line));
    String text =
        mended.isPresent()
            ? model.withPattern(kind, mended.get())
            : SectionWriter.write(model, kind, line, writer, style);
    lines.add(new WrittenLine(old.map(CheckLine::index), text));
    last = at;
  }

  /** Mends what looked further in a line; it goes where that cannot be done. */
  private void mend(CheckLine same, String line) {
    Optional<String> mended = writer.mend(same, line);
    if (mended.isPresent()) {
      values.learn(mended.get(), line);
      lines.add(WrittenLine.changed(same, mended.get()));
    }
  }

  private CheckLine model() {
    return directives.isEmpty()
        ? new CheckLine(0, "// ", "CHECK", CheckLine.PLAIN, "", "")
        : directives.getFirst();
  }

  /** Keeps a directive that may find its line in another order than it stands in, if it does. */
  private void keepAnywhere(Alignment.Group group) {
    CheckLine main = group.main();
    for (String line : output) {
      Optional<Map<String, String>> bound =
          new CheckPattern(main.pattern()).bind(line, values.variables());
      if (bound.isPresent() && group.mayMatch(line)) {
        values.learn(bound.get());
        keepNots(main.index());
        lines.add(WrittenLine.kept(main));
        group.same().forEach(same -> lines.add(WrittenLine.kept(same)));
        return;
      }
    }
    mendAnywhere(main);
  }

  /** Mends a directive that may find its line in another order, by the line that is most alike. */
  private void mendAnywhere(CheckLine main) {
    Optional<String> line =
        output.stream()
            .filter(text -> Likeness.sameStart(main.pattern(), text))
            .max(Comparator.comparing(text -> Likeness.of(main.pattern(), text)));
    Optional<String> mended = line.flatMap(text -> writer.mend(main, text));
    if (mended.isPresent()) {
      values.learn(mended.get(), line.get());
      lines.add(WrittenLine.changed(main, mended.get()));
    }
  }

  /** Keeps what still holds of a group; one that is moved leaves its place in the file. */
  private void keep(Alignment.Group group, int at, boolean isMoved) {
    CheckLine main = group.main();
    boolean adjacent = last == at - 1;
    for (CheckLine directive : Iterables.concat(List.of(main), group.same())) {
      Optional<Map<String, String>> bound =
          new CheckPattern(directive.pattern()).bind(output.get(at), values.variables());
      if (bound.isEmpty() && directive == main) {
        add(Optional.of(main), at);
        return;
      }
      if (bound.isEmpty()) {
        mend(directive, output.get(at));
        continue;
      }
      values.learn(bound.get());
      boolean breaks = directive.kind().equals(CheckLine.NEXT) && !adjacent;
      lines.add(
          new WrittenLine(
              isMoved ? Optional.empty() : Optional.of(directive.index()),
              breaks
                  ? directive.withPattern(CheckLine.PLAIN, directive.pattern())
                  : directive.text()));
    }
    last = at;
  }
}
