package org.qopt.lit.update;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Writes the directives of one section anew, and leaves those that could still hold as they are.
 *
 * @param folder the folder of the test
 * @param attributes whether new directives show attributes
 * @param keeps what is kept of old directives
 */
record SectionWriter(Path folder, boolean attributes, Keeps keeps) {
  /** {@return the lines of a section from nothing: a label and all lines of a unit} */
  List<String> fresh(String leader, String prefix, OutputUnit unit) {
    LineWriter writer = new LineWriter(new Values(Set.of()), folder, unit.isProgram());
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

  static String write(
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
  List<WrittenLine> rewrite(Section section, OutputUnit unit, Map<String, String> known) {
    List<WrittenLine> lines = new ArrayList<>();
    List<CheckLine> rest = new ArrayList<>(section.lines());
    List<String> body = new ArrayList<>(unit.lines());
    Values values = new Values(names(section));
    values.learn(known);
    if (section.startsUnit()) {
      CheckLine label = rest.removeFirst();
      String first = body.removeFirst();
      LineWriter writer = new LineWriter(values, folder, unit.isProgram());
      boolean holds = new CheckPattern(label.pattern()).mayMatch(first);
      String pattern = holds ? label.pattern() : label(label, first, writer);
      lines.add(holds ? WrittenLine.kept(label) : WrittenLine.changed(label, pattern));
      values.learn(pattern, first);
      while (!rest.isEmpty() && rest.getFirst().kind().equals(CheckLine.SAME)) {
        writeSame(rest.removeFirst(), first, writer, lines);
      }
    }
    new BodyWriter(this, rest, body, values, lines, unit.isProgram()).write();
    return lines;
  }

  /** Writes what looks further in the first line of what a section is about. */
  private void writeSame(CheckLine same, String first, LineWriter writer, List<WrittenLine> lines) {
    Values values = writer.values();
    Optional<Map<String, String>> bound =
        new CheckPattern(same.pattern()).bind(first, values.variables());
    if (bound.isPresent()) {
      values.learn(bound.get());
      lines.add(WrittenLine.kept(same));
    } else if (OutputUnit.FUNCTION.matcher(first).matches()) {
      lines.add(WrittenLine.changed(same, arguments(same, first, values)));
    } else {
      Optional<String> mended = writer.mend(same, first);
      mended.ifPresent(
          pattern -> {
            values.learn(pattern, first);
            lines.add(WrittenLine.changed(same, pattern));
          });
    }
  }

  private String label(CheckLine old, String line, LineWriter writer) {
    Matcher function = OutputUnit.FUNCTION.matcher(line);
    if (old.isLabel() && function.matches()) {
      String renamed = Section.renamed(old.pattern(), function.group(2));
      return new CheckPattern(renamed).mayMatch(line) ? renamed : label(line);
    }
    return writer
        .mend(old, line)
        .orElseGet(() -> writer.write(line, LineStyle.like(old, attributes)));
  }

  /**
   * {@return the pattern of arguments, with the variables of the directive that no longer holds}
   */
  private String arguments(CheckLine old, String line, Values values) {
    String arguments = line.substring(line.indexOf('('));
    if (callsByName(old.pattern(), arguments)) {
      LineWriter.VALUE
          .matcher(arguments)
          .results()
          .forEach(value -> values.learnPlain(value.group()));
      return LineWriter.plainArguments(arguments);
    }
    boolean asMany =
        new CheckPattern(old.pattern()).definitions().size()
            == LineWriter.VALUE.matcher(arguments).results().count();
    Optional<String> mended =
        asMany ? MendedPattern.of(old.pattern(), arguments, values.variables()) : Optional.empty();
    if (mended.isEmpty()) {
      return new LineWriter(values, folder, true).writeArguments(line);
    }
    values.learn(mended.get(), line);
    return mended.get();
  }

  /** {@return whether a directive has the values of a line, all by their names of today} */
  private static boolean callsByName(String pattern, String line) {
    return CheckPattern.blocks(pattern).isEmpty()
        && LineWriter.VALUE.matcher(line).find()
        && LineWriter.VALUE
            .matcher(pattern)
            .results()
            .map(MatchResult::group)
            .toList()
            .equals(LineWriter.VALUE.matcher(line).results().map(MatchResult::group).toList());
  }

  private static Set<String> names(Section section) {
    Set<String> names = new HashSet<>();
    section.lines().forEach(l -> names.addAll(new CheckPattern(l.pattern()).definitions()));
    return names;
  }
}
