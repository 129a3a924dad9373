package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.qopt.lit.report.DisplayOptions;

/** Makes options of arguments and of the environment. */
final class LitArguments {
  static final String USAGE =
      """
      usage: lit [-h] [--version] [-j N] [--config-prefix NAME] [-D NAME=VAL] [-q]
                 [-s] [-v] [-vv] [-a] [-o PATH] [--no-progress-bar]
                 [--show-excluded] [--show-skipped] [--show-unsupported]
                 [--show-pass] [--show-flakypass] [--show-xfail] [--show-xpass]
                 [--gtest-sharding] [--no-gtest-sharding] [--path PATH] [--vg]
                 [--vg-leak] [--vg-arg ARG] [--no-execute] [--isolate]
                 [--xunit-xml-output FILE] [--resultdb-output FILE]
                 [--time-trace-output FILE] [--timeout N] [--max-failures N]
                 [--allow-empty-runs] [--per-test-coverage] [--ignore-fail]
                 [--skip-test-time-recording | --time-tests] [--max-tests N]
                 [--max-time N] [--order {lexical,random,smart}] [--shuffle] [-i]
                 [--filter REGEX] [--filter-out REGEX] [--xfail LIST]
                 [--xfail-not LIST] [--num-shards M] [--run-shard N] [--debug]
                 [--show-suites] [--show-tests] [--show-used-features]
                 [--update-checks] [--update-attributes]
                 TEST_PATH [TEST_PATH ...]\
      """;

  private final CommandLine line;
  private final Path directory;
  private final Map<String, String> environment;

  private LitArguments(CommandLine line, Path directory, Map<String, String> environment) {
    this.line = line;
    this.directory = directory;
    this.environment = environment;
  }

  /** {@return the arguments with those of {@code LIT_OPTS}, which come last and so win} */
  static CommandLine commandLine(
      List<String> arguments, Path directory, Map<String, String> environment) throws LitException {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(words(environment.getOrDefault("LIT_OPTS", "")));
    return CommandLine.parse(all, directory);
  }

  static LitOptions parse(CommandLine line, Path directory, Map<String, String> environment)
      throws LitException {
    return new LitArguments(line, directory, environment).options();
  }

  private LitOptions options() throws LitException {
    if (line.paths().isEmpty()) {
      throw usage("the following arguments are required: TEST_PATH");
    }
    if (line.has("--time-tests") && line.has("--skip-test-time-recording")) {
      throw usage("argument --time-tests: not allowed with argument --skip-test-time-recording");
    }
    OptionalInt workers = number("-j", "LIT_MAX_WORKERS", 1, "positive");
    return new LitOptions(
        ImmutableList.copyOf(line.paths()),
        configuration(),
        workers.orElseGet(() -> Runtime.getRuntime().availableProcessors()),
        display(),
        new LitOptions.Listing(
            line.has("--show-suites"), line.has("--show-tests"), line.has("--show-used-features")),
        selection(),
        new LitOptions.Limits(
            number("--max-failures", "", 1, "positive"),
            seconds("--timeout", 0, "non-negative"),
            seconds("--max-time", 1, "positive")),
        new LitOptions.Reports(
            file("-o"),
            file("--xunit-xml-output"),
            file("--resultdb-output"),
            file("--time-trace-output"),
            line.has("--time-tests"),
            !line.has("--skip-test-time-recording")),
        new LitOptions.Mode(
            !line.has("--no-execute"),
            line.has("--isolate"),
            line.has("--ignore-fail"),
            line.has("--update-checks"),
            line.has("--update-attributes"),
            line.has("--per-test-coverage"),
            valgrind(),
            path()));
  }

  private LitOptions.Configuration configuration() {
    ImmutableMap.Builder<String, String> parameters = ImmutableMap.builder();
    for (String parameter : line.values("-D")) {
      int equal = parameter.indexOf('=');
      parameters.put(
          equal < 0 ? parameter : parameter.substring(0, equal),
          equal < 0 ? "" : parameter.substring(equal + 1));
    }
    ImmutableSet.Builder<String> features = ImmutableSet.builder();
    if (line.has("--vg")) {
      features.add("valgrind");
      if (line.has("--vg-leak")) {
        features.add("vg_leak");
      }
    }
    return new LitOptions.Configuration(
        line.value("--config-prefix").map(CommandLine.Value::text).orElse("lit"),
        parameters.buildKeepingLast(),
        features.build(),
        line.has("--debug"));
  }

  private ImmutableList<String> valgrind() {
    if (!line.has("--vg")) {
      return ImmutableList.of();
    }
    return ImmutableList.<String>builder()
        .add("valgrind", "-q", "--run-libc-freeres=no", "--tool=memcheck")
        .add("--trace-children=yes", "--error-exitcode=123")
        .add(line.has("--vg-leak") ? "--leak-check=full" : "--leak-check=no")
        .addAll(line.values("--vg-arg"))
        .build();
  }

  private DisplayOptions display() {
    Set<ResultCode> shown = EnumSet.noneOf(ResultCode.class);
    for (ResultCode code : ResultCode.values()) {
      String flag = "--show-" + code.name().toLowerCase(Locale.ROOT);
      if (code.isFailure() || line.has(flag)) {
        shown.add(code);
      }
    }
    return new DisplayOptions(
        line.has("-q"),
        line.has("-s"),
        line.has("-v"),
        line.has("-a"),
        !line.has("--no-progress-bar"),
        ImmutableSet.copyOf(shown));
  }

  private LitOptions.Selection selection() throws LitException {
    OptionalInt shards = number("--num-shards", "LIT_NUM_SHARDS", 1, "positive");
    OptionalInt shard = number("--run-shard", "LIT_RUN_SHARD", 1, "positive");
    if (shards.isPresent() != shard.isPresent()) {
      throw usage("--num-shards and --run-shard must be used together");
    }
    if (shard.orElse(1) > shards.orElse(1)) {
      throw usage("--run-shard must be between 1 and --num-shards (inclusive)");
    }
    return new LitOptions.Selection(
        pattern("--filter", "LIT_FILTER"),
        pattern("--filter-out", "LIT_FILTER_OUT"),
        names("--xfail", "LIT_XFAIL"),
        names("--xfail-not", "LIT_XFAIL_NOT"),
        order(),
        shards.orElse(1),
        shard.orElse(1),
        number("--max-tests", "", 1, "positive"),
        line.has("--allow-empty-runs"));
  }

  private LitOptions.Order order() throws LitException {
    Optional<CommandLine.Value> order = line.value("--order");
    if (line.has("--shuffle")) {
      return LitOptions.Order.RANDOM;
    }
    if (order.isEmpty()) {
      return LitOptions.Order.SMART;
    }
    for (LitOptions.Order known : LitOptions.Order.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(order.get().text())) {
        return known;
      }
    }
    throw order
        .get()
        .error(
            "invalid choice: '"
                + order.get().text()
                + "' (choose from 'lexical', 'random', 'smart')");
  }

  private OptionalInt number(String name, String variable, int least, String kind)
      throws LitException {
    Optional<CommandLine.Value> value = line.value(name, variable, environment);
    return value.isPresent()
        ? OptionalInt.of(value.get().number(least, kind))
        : OptionalInt.empty();
  }

  private Optional<Duration> seconds(String name, int least, String kind) throws LitException {
    OptionalInt seconds = number(name, "", least, kind);
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(seconds.getAsInt()))
        : Optional.empty();
  }

  private Optional<Path> file(String name) {
    return line.value(name).map(value -> directory.resolve(value.text()));
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (String folder : String.join(":", line.values("--path")).split(":")) {
      if (!folder.isEmpty()) {
        path.append(path.isEmpty() ? "" : ":").append(directory.resolve(folder).normalize());
      }
    }
    return path.toString();
  }

  private ImmutableSet<String> names(String name, String variable) throws LitException {
    Optional<CommandLine.Value> value = line.value(name, variable, environment);
    return value.isEmpty() ? ImmutableSet.of() : ImmutableSet.copyOf(value.get().text().split(";"));
  }

  private Optional<Pattern> pattern(String name, String variable) throws LitException {
    Optional<CommandLine.Value> value = line.value(name, variable, environment);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(value.get().text(), Pattern.CASE_INSENSITIVE));
    } catch (PatternSyntaxException e) {
      throw value
          .get()
          .error("invalid regular expression: '" + value.get().text() + "', " + e.getDescription());
    }
  }

  private static LitException usage(String message) {
    return new LitException(USAGE + "\nlit: error: " + message);
  }

  /** {@return the words of a variable, with quotes as in a shell} */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean inside = false;
    for (char c : text.toCharArray()) {
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote != 0 ? 0 : c;
        inside = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inside) {
          words.add(word.toString());
        }
        word.setLength(0);
        inside = false;
      } else {
        word.append(c);
        inside = true;
      }
    }
    if (inside) {
      words.add(word.toString());
    }
    return words;
  }
}
