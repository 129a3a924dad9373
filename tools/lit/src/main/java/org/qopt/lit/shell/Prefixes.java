package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of a command without the {@code env}, {@code not} and {@code !} before it.
 *
 * @param words the program's name and its arguments
 * @param environment its environment
 * @param changed whether {@code env} stood before it
 * @param nots for each {@code not} or {@code !}, from the outside, whether it expects a crash
 */
record Prefixes(
    List<Word> words,
    Map<String, String> environment,
    boolean changed,
    ImmutableList<Boolean> nots) {

  static Prefixes of(Script.Simple command, Map<String, String> inherited) throws ShellFault {
    List<Word> words = command.words();
    Map<String, String> environment = inherited;
    ImmutableList.Builder<Boolean> nots = ImmutableList.builder();
    while (true) {
      String name = words.getFirst().text();
      switch (name) {
        case "env" -> {
          environment = environment == inherited ? new TreeMap<>(inherited) : environment;
          words = assign(words, environment);
        }
        case "not", "!" -> {
          words = words.subList(1, words.size());
          boolean crash =
              name.equals("not") && !words.isEmpty() && words.getFirst().text().equals("--crash");
          words = crash ? words.subList(1, words.size()) : words;
          nots.add(crash);
        }
        default -> {
          return new Prefixes(words, environment, environment != inherited, nots.build());
        }
      }
      if (words.isEmpty()) {
        throw new ShellFault(command, "Error: '" + name + "' requires a subcommand");
      }
    }
  }

  /** Makes the assignments of {@code env}. {@return the words behind them} */
  static List<Word> assign(List<Word> words, Map<String, String> environment) {
    int i = 1;
    for (; i < words.size(); i++) {
      String word = words.get(i).text();
      int equal = word.indexOf('=');
      if (word.equals("-i")) {
        environment.clear();
      } else if (word.equals("-u")) {
        i++;
        if (i < words.size()) {
          environment.remove(words.get(i).text());
        }
      } else if (equal >= 0) {
        environment.put(word.substring(0, equal), word.substring(equal + 1));
      } else {
        break;
      }
    }
    return words.subList(Math.min(i, words.size()), words.size());
  }

  boolean expectsCrash() {
    return nots.contains(true);
  }

  /** {@return the status after the {@code not}s have had their say} */
  int apply(ExitStatus inner) {
    ExitStatus status = inner;
    for (boolean crash : nots.reverse()) {
      boolean holds = crash ? status.crashed() : status.code() != 0 && !status.crashedInProcess();
      status = ExitStatus.of(holds ? 0 : 1);
    }
    return status.code();
  }
}
