package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function of what a tool printed, or all of it if it has none.
 *
 * @param symbol the name of the function
 * @param lines from its first line to the last that says something
 */
record OutputUnit(Optional<String> symbol, ImmutableList<String> lines) {
  /** The beginning of an operation with a name of its own. */
  static final Pattern FUNCTION =
      Pattern.compile("\\s*((?:\\w+\\.)*func)\\s+(?:private\\s+|public\\s+)?@([\\w.$-]+)\\(.*");

  private static final Pattern RESULT =
      Pattern.compile("%[\\w$.-]+(?::\\d+)?(?:, %[\\w$.-]+(?::\\d+)?)* = .*");

  /** {@return whether its lines are operations of a program} */
  boolean isProgram() {
    return symbol.isPresent() || lines.stream().anyMatch(line -> RESULT.matcher(line).matches());
  }

  static ImmutableList<OutputUnit> split(String output) {
    List<String> lines = output.lines().toList();
    ImmutableList.Builder<OutputUnit> units = ImmutableList.builder();
    List<String> current = new ArrayList<>();
    Optional<String> symbol = Optional.empty();
    boolean any = false;
    for (String line : lines) {
      Matcher function = FUNCTION.matcher(line);
      if (function.matches()) {
        if (any) {
          units.add(new OutputUnit(symbol, body(current)));
        }
        any = true;
        current.clear();
        symbol = Optional.of(function.group(2));
      }
      current.add(line.strip());
    }
    if (any) {
      units.add(new OutputUnit(symbol, body(current)));
    } else {
      List<String> all = new ArrayList<>(lines.stream().map(String::strip).toList());
      while (!all.isEmpty() && all.getLast().isEmpty()) {
        all.removeLast();
      }
      units.add(new OutputUnit(Optional.empty(), ImmutableList.copyOf(all)));
    }
    return units.build();
  }

  /** {@return the lines without the braces, marks and empty lines at their end} */
  private static ImmutableList<String> body(List<String> lines) {
    int end = lines.size();
    while (end > 1 && saysNothing(LineWriter.withoutLocation(lines.get(end - 1)))) {
      end--;
    }
    return ImmutableList.copyOf(lines.subList(0, end));
  }

  private static boolean saysNothing(String line) {
    return line.matches("[})\\s]*") || line.matches("//.*|module.*\\{|#loc.*");
  }
}
