package org.qopt.lit;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qopt.lit.Attempt.RanLine;
import org.qopt.lit.shell.ExecutedCommand;
import org.qopt.lit.shell.Script;
import org.qopt.lit.shell.Script.Redirection;

/**
 * Finds tests that pass whatever the programs do: one of them prints something that nobody checks,
 * or there are directives that no command reads.
 */
final class DeadTests {
  private static final ImmutableSet<String> CHECKERS = ImmutableSet.of("filecheck", "FileCheck");
  private static final Pattern VERIFIES =
      Pattern.compile("--?verify(-diagnostics|-roundtrip)?(=.*)?");
  private static final Pattern PREFIX_FLAG = Pattern.compile("--?check-prefix(?:es)?(?:=(.*))?");

  /** A directive at the beginning of a line or of a comment. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(?m)^[ \\t/#;*!<>-]*(?:([A-Z][A-Z0-9_-]*?)-(?:NEXT|SAME|NOT|DAG|LABEL|EMPTY|COUNT-\\d+)"
              + "|(CHECK[A-Z0-9_-]*))(?:\\{LITERAL})?:");

  private final LitTest test;
  private final List<RanLine> lines;

  private DeadTests(LitTest test, List<RanLine> lines) {
    this.test = test;
    this.lines = lines;
  }

  /**
   * {@return why a test that passed is a dead one, if it is}
   *
   * @param text the test
   * @param lines its commands, in order
   */
  static Optional<String> reason(LitTest test, String text, List<RanLine> lines) {
    DeadTests dead = new DeadTests(test, lines);
    return dead.uncheckedOutput().or(dead::unreadFile).or(() -> dead.unusedDirective(text));
  }

  private boolean isWatched(List<String> call) {
    return !call.isEmpty()
        && !CHECKERS.contains(call.getFirst())
        && (test.config().commands().containsKey(call.getFirst())
            || test.config().rules().checks().watched().contains(call.getFirst()))
        && call.stream().noneMatch(word -> VERIFIES.matcher(word).matches());
  }

  private Optional<String> uncheckedOutput() {
    for (RanLine line : lines) {
      for (ExecutedCommand command : line.executed()) {
        if (!command.out().isBlank() && isWatched(command.command().call())) {
          return Optional.of(
              "nobody checks what '"
                  + command.command().call().getFirst()
                  + "' at line "
                  + line.line()
                  + " prints; pipe it into filecheck, or send it to /dev/null");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> unreadFile() {
    for (RanLine line : lines) {
      for (ExecutedCommand command : line.executed()) {
        for (Redirection redirection : command.command().redirections()) {
          String target = redirection.target().text();
          if (redirection.descriptor() != 2
              && redirection.kind() == Redirection.Kind.WRITE
              && !target.equals("/dev/null")
              && isWatched(command.command().call())
              && !isMentioned(redirection)) {
            return Optional.of(
                "nobody reads " + target + ", which is written at line " + line.line());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** {@return whether a file, or a folder that it is in, is named anywhere else} */
  private boolean isMentioned(Redirection written) {
    String target = written.target().text();
    List<String> words = new ArrayList<>();
    for (Script.Simple command : commands()) {
      command.texts().forEach(words::add);
      command.redirections().stream()
          .filter(other -> other != written)
          .forEach(other -> words.add(other.target().text()));
    }
    return words.stream()
        .anyMatch(
            word ->
                word.contains(target)
                    || word.indexOf('*') >= 0
                    || target.startsWith(word + "/") && word.length() > 1);
  }

  private List<Script.Simple> commands() {
    return lines.stream()
        .flatMap(line -> line.script().pipelines())
        .flatMap(pipeline -> pipeline.commands().stream())
        .toList();
  }

  private Optional<String> unusedDirective(String text) {
    // Another configuration may use what this one does not.
    if (text.contains("%if ") || !text.contains("CHECK") && !text.contains("-NEXT:")) {
      return Optional.empty();
    }
    Set<String> prefixes = new HashSet<>();
    boolean isChecked = false;
    boolean anyChecker = false;
    boolean anyWatched = false;
    for (Script.Simple command : commands()) {
      List<String> call = command.call();
      boolean isChecker = !call.isEmpty() && CHECKERS.contains(call.getFirst());
      anyWatched |= isWatched(call);
      // A script of another shell may call it, with whatever prefix.
      anyChecker |= call.stream().anyMatch(w -> w.contains("filecheck") || w.contains("FileCheck"));
      if (isChecker && call.stream().skip(1).anyMatch(this::isThisFile)) {
        isChecked = true;
        addPrefixes(call, prefixes);
      }
    }
    if (!isChecked && (anyChecker || !anyWatched)) {
      return Optional.empty();
    }
    Matcher directive = DIRECTIVE.matcher(text);
    while (directive.find()) {
      String prefix = directive.group(1) != null ? directive.group(1) : directive.group(2);
      if (!prefixes.contains(prefix)) {
        long line = 1 + text.substring(0, directive.start()).chars().filter(c -> c == '\n').count();
        return Optional.of(
            "no RUN line checks the directive with the prefix '" + prefix + "' at line " + line);
      }
    }
    return Optional.empty();
  }

  private boolean isThisFile(String word) {
    return word.endsWith(test.file().getFileName().toString())
        && test.workingDirectory().resolve(Path.of(word)).normalize().equals(test.file());
  }

  private static void addPrefixes(List<String> call, Set<String> prefixes) {
    boolean none = true;
    for (int i = 1; i < call.size(); i++) {
      Matcher flag = PREFIX_FLAG.matcher(call.get(i));
      if (flag.matches()) {
        String value =
            flag.group(1) != null ? flag.group(1) : i + 1 < call.size() ? call.get(i + 1) : "";
        prefixes.addAll(List.of(value.split(",")));
        none = false;
      }
    }
    if (none) {
      prefixes.add("CHECK");
    }
  }
}
