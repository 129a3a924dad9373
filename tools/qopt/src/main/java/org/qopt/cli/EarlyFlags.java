package org.qopt.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.opt.PassTimeout;
import org.qopt.cli.report.ReportFormat;

/** Flags that count before it is known which flags there are, since plugins bring some. */
final class EarlyFlags {
  private static final ImmutableList<String> WITH_VALUE =
      ImmutableList.of(Plugins.FLAG, PassTimeout.FLAG, ReportFormat.FLAG);

  private EarlyFlags() {}

  /** {@return the files of plugins that the words name} */
  static List<String> plugins(List<String> words) {
    return values(words, Plugins.FLAG);
  }

  /** {@return what the words say of such flags} */
  static Arguments read(List<String> words) {
    ImmutableList.Builder<Arguments.Given> given = ImmutableList.builder();
    for (String flag : WITH_VALUE) {
      values(words, flag)
          .forEach(value -> given.add(new Arguments.Given(flag, Optional.of(value))));
    }
    if (words.stream().map(EarlyFlags::oneDash).anyMatch(("-" + ReportFormat.CODES)::equals)) {
      given.add(new Arguments.Given(ReportFormat.CODES, Optional.empty()));
    }
    return new Arguments(given.build(), ImmutableList.of());
  }

  private static List<String> values(List<String> words, String flag) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = oneDash(words.get(i));
      if (word.startsWith("-" + flag + "=")) {
        values.add(word.substring(flag.length() + 2));
      } else if (word.equals("-" + flag) && i + 1 < words.size()) {
        values.add(words.get(++i));
      }
    }
    return values;
  }

  private static String oneDash(String word) {
    return word.startsWith("--") ? word.substring(1) : word;
  }
}
