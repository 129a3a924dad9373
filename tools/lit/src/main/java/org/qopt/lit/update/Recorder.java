package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** Stands for {@code filecheck}, checks nothing, and remembers what was to be checked. */
public final class Recorder implements Command {
  private static final Pattern PREFIX = Pattern.compile("--?check-prefix(?:es)?(?:=(.*))?");
  private static final Pattern INPUT = Pattern.compile("--?input-file(?:=(.*))?");
  private static final Pattern VALUED =
      Pattern.compile("--?(?:implicit-check-not|comment-prefixes|dump-input[\\w-]*|D)");

  private final String name;
  private final Path test;
  private final List<RecordedRun> runs;

  /**
   * A recorder.
   *
   * @param name the name that it is called by
   * @param test the test; calls on other files are not remembered
   * @param runs where calls are added
   */
  public Recorder(String name, Path test, List<RecordedRun> runs) {
    this.name = name;
    this.test = test;
    this.runs = runs;
  }

  @Override
  public int run(List<String> arguments, CommandIo io) throws IOException {
    List<String> prefixes = new ArrayList<>();
    ImmutableList.Builder<String> flags = ImmutableList.builder();
    String file = "";
    String input = "-";
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String next = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      Matcher prefix = PREFIX.matcher(argument);
      Matcher from = INPUT.matcher(argument);
      if (prefix.matches()) {
        prefixes.addAll(List.of((prefix.group(1) != null ? prefix.group(1) : next).split(",")));
        i += prefix.group(1) != null ? 0 : 1;
      } else if (from.matches()) {
        input = from.group(1) != null ? from.group(1) : next;
        i += from.group(1) != null ? 0 : 1;
      } else if (VALUED.matcher(argument).matches()) {
        flags.add(argument, next);
        i++;
      } else if (argument.startsWith("-") && argument.length() > 1) {
        flags.add(argument);
      } else {
        file = argument;
      }
    }
    byte[] bytes =
        input.equals("-")
            ? io.in().readAllBytes()
            : Files.readAllBytes(io.directory().resolve(input));
    if (io.directory().resolve(file).normalize().equals(test)) {
      runs.add(
          new RecordedRun(
              name,
              prefixes.isEmpty() ? ImmutableList.of("CHECK") : ImmutableList.copyOf(prefixes),
              flags.build(),
              bytes,
              io.directory(),
              ImmutableMap.copyOf(io.environment())));
    }
    return 0;
  }
}
