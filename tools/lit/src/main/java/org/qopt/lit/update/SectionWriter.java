package org.qopt.lit.update;

import com.google.common.collect.Iterables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the directives of one section anew, and leaves those that could still hold as they are.
 *
 * @param folder the folder of the test
 * @param attributes whether new directives show attributes
 * @param keepNots whether directives stay that say what must not be there
 */
record SectionWriter(Path folder, boolean attributes, boolean keepNots) {
  private static final Pattern VALUE = Pattern.compile("%[\\w$.-]+");

  /**
   * A line of the new section.
   *
   * @param index the line of the file that stays or is replaced, or none for one that is new
   * @param text the line
   */
  record Line(Optional<Integer> index, String text) {}

  /** {@return the lines of a section from nothing: a label and all lines of a unit} */
  List<String> fresh(String leader, String prefix, OutputUnit unit) {
    LineWriter writer = new LineWriter(new Values(Set.of()), folder, unit.symbol().isPresent());
    CheckLine model = new CheckLine(0, leader, prefix, CheckLine.PLAIN, "", "");
    List<String> lines = new ArrayList<>();
    int first = 0;
    if (unit.symbol().isPresent()) {
      String line = unit.lines().getFirst();
      lines.add(model.withPattern(CheckLine.LABEL, label(line)));
      String arguments = writer.writeArguments(line);
      if (arguments.contains("[[")) {
        lines.add(model.withPattern(CheckLine.SAME, arguments));
      }
      first = 1;
    }
    for (int i = first; i < unit.lines().size(); i++) {
      String line = unit.lines().get(i);
      String kind = i == 0 ? CheckLine.PLAIN : CheckLine.NEXT;
      lines.add(write(model, kind, line, writer, LineStyle.fresh(attributes)));
    }
    return lines;
  }

  private static String label(String line) {
    return line.substring(0, line.indexOf('(') + 1).strip();
  }

  private static String write(
      CheckLine model, String kind, String line, LineWriter writer, LineStyle style) {
    // An empty line has a directive of its own, since no pattern finds it.
    return line.isEmpty()
        ? model.leader() + model.prefix() + "-EMPTY:"
        : model.withPattern(kind, writer.write(line, style));
  }

  /**
   * {@return the lines of a section, which takes the place of the old one}
   *
   * @param known what the variables hold that are defined above the section
   */
  List<Line> rewrite(Section section, OutputUnit unit, Map<String, String> known) {
    List<Line> lines = new ArrayList<>();
    List<CheckLine> rest = new ArrayList<>(section.lines());
    List<String> body = new ArrayList<>(unit.lines());
    Values values = new Values(names(section));
    values.learn(known);
    if (section.hasLabel() && unit.symbol().isPresent()) {
      CheckLine label = rest.removeFirst();
      String first = body.removeFirst();
      boolean holds = new CheckPattern(label.pattern()).mayMatch(first);
      lines.add(holds ? kept(label) : changed(label, label(first)));
      while (!rest.isEmpty() && rest.getFirst().kind().equals(CheckLine.SAME)) {
        CheckLine same = rest.removeFirst();
        Optional<Map<String, String>> bound =
            new CheckPattern(same.pattern()).bind(first, values.variables());
        bound.ifPresent(values::learn);
        lines.add(bound.isPresent() ? kept(same) : changed(same, arguments(same, first, values)));
      }
    }
    new Body(rest, body, values, lines, unit.symbol().isPresent()).write();
    return lines;
  }

  /**
   * {@return the pattern of arguments, with the variables of the directive that no longer holds}
   */
  private String arguments(CheckLine old, String line, Values values) {
    String arguments = line.substring(line.indexOf('('));
    boolean asMany =
        new CheckPattern(old.pattern()).definitions().size()
            == VALUE.matcher(arguments).results().count();
    Optional<String> mended =
        asMany ? MendedPattern.of(old.pattern(), arguments, values.variables()) : Optional.empty();
    if (mended.isEmpty()) {
      return new LineWriter(values, folder, true).writeArguments(line);
    }
    new CheckPattern(mended.get()).bind(line, values.variables()).ifPresent(values::learn);
    return mended.get();
  }

  private static Line kept(CheckLine old) {
    return new Line(Optional.of(old.index()), old.text());
  }

  private static Line changed(CheckLine old, String pattern) {
    return new Line(Optional.of(old.index()), old.withPattern(old.kind(), pattern));
  }

  private static Set<String> names(Section section) {
    Set<String> names = new HashSet<>();
    section.lines().forEach(l -> names.addAll(new CheckPattern(l.pattern()).definitions()));
    return names;
  }

  /** The directives behind the label of a section. */
  private final class Body {
    private final List<CheckLine> directives;
    private final List<String> output;
    private final Values values;
    private final List<Line> lines;
    private final LineWriter writer;
    private final boolean dense;

    /** The line of output that was written last; the label's is the one before the first. */
    private int last = -1;

    private final List<CheckLine> nots;
    private int nextNot;

    Body(
        List<CheckLine> directives,
        List<String> output,
        Values values,
        List<Line> lines,
        boolean isProgram) {
      this.directives = directives;
      this.output = output;
      this.values = values;
      this.lines = lines;
      this.writer = new LineWriter(values, folder, isProgram);
      this.nots = directives.stream().filter(d -> d.kind().equals(CheckLine.NOT)).toList();
      long positive = directives.stream().filter(CheckLine::isPositive).count();
      long next = directives.stream().filter(d -> d.kind().equals(CheckLine.NEXT)).count();
      this.dense = 2 * next >= positive;
      for (CheckLine directive : directives) {
        Matcher value = VALUE.matcher(directive.pattern());
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
      int[] found = Alignment.align(groups, output);
      for (int i = 0; i < found.length; i++) {
        if (found[i] != Alignment.NONE) {
          fill(found[i]);
          keepNots(groups.get(i).main().index());
          keep(groups.get(i), found[i]);
        } else if (groups.get(i).main().kind().equals(CheckLine.DAG)) {
          keepAnywhere(groups.get(i));
        }
      }
      if (groups.isEmpty()) {
        fill(output.size());
      }
      keepNots(Integer.MAX_VALUE);
    }

    /** Writes what stands in the output between directives, if all of it was to be checked. */
    private void fill(int to) {
      for (int i = last + 1; i < to && dense; i++) {
        add(Optional.empty(), i);
      }
    }

    /** Keeps what must not be there and stands above a line of the file. */
    private void keepNots(int above) {
      while (keepNots && nextNot < nots.size() && nots.get(nextNot).index() < above) {
        lines.add(kept(nots.get(nextNot++)));
      }
    }

    private void add(Optional<CheckLine> old, int at) {
      CheckLine model = old.orElseGet(this::model);
      String kind = last == at - 1 ? CheckLine.NEXT : CheckLine.PLAIN;
      if (old.isPresent() && (model.isLabel() || !dense && model.kind().isEmpty())) {
        kind = model.kind();
      }
      LineStyle style =
          old.isPresent()
              ? LineStyle.like(model, attributes)
              : LineStyle.among(directives, attributes);
      String line = output.get(at);
      Optional<String> mended = old.flatMap(directive -> writer.mend(directive, line));
      mended.ifPresent(pattern -> learn(pattern, line));
      String text =
          mended.isPresent()
              ? model.withPattern(kind, mended.get())
              : SectionWriter.write(model, kind, line, writer, style);
      lines.add(new Line(old.map(CheckLine::index), text));
      last = at;
    }

    /** Mends what looked further in a line; it goes where that cannot be done. */
    private void mend(CheckLine same, String line) {
      Optional<String> mended = writer.mend(same, line);
      if (mended.isPresent()) {
        learn(mended.get(), line);
        lines.add(changed(same, mended.get()));
      }
    }

    private void learn(String pattern, String line) {
      new CheckPattern(pattern).bind(line, values.variables()).ifPresent(values::learn);
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
          lines.add(kept(main));
          group.same().forEach(same -> lines.add(kept(same)));
          return;
        }
      }
    }

    private void keep(Alignment.Group group, int at) {
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
            breaks
                ? new Line(
                    Optional.of(directive.index()),
                    directive.withPattern(CheckLine.PLAIN, directive.pattern()))
                : kept(directive));
      }
      last = at;
    }
  }
}
