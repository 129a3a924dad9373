package org.qopt.cli.args;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments.Given;
import org.qopt.ir.diagnostic.NearMiss;

/**
 * Reads a command line as {@code mlir-opt} does: a flag may have one dash or two, before or after
 * files, and a switch may say {@code =true} or {@code =false}.
 */
public final class ArgumentReader {
  private final ImmutableMap<String, Flag> flags;

  /** A reader that knows these flags. */
  public ArgumentReader(Collection<Flag> flags) {
    this.flags = Maps.uniqueIndex(flags, Flag::name);
  }

  /** {@return whether every word that looks like a flag is one} */
  public boolean knowsAll(List<String> words) {
    for (String word : words) {
      if (word.startsWith("-") && word.length() > 1 && !flags.containsKey(flagName(word))) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return what the words say}
   *
   * @throws UsageException if a flag is unknown, or lacks or has a value that it should not
   */
  public Arguments read(List<String> words) {
    try {
      String[] marked = marked(words);
      var line = new DefaultParser(false).parse(options(marked), marked);
      List<Given> given = new ArrayList<>();
      for (Option option : line.getOptions()) {
        String name = option.getLongOpt() == null ? option.getOpt() : option.getLongOpt();
        Optional<String> value = Optional.ofNullable(option.getValue());
        boolean leftOut =
            flags.get(name).kind() == Flag.Kind.OPTIONAL_VALUE
                && value.filter(String::isEmpty).isPresent();
        if (!leftOut && value.filter(String::isEmpty).isPresent()) {
          throw lacksValue(flags.get(name));
        }
        given.add(new Given(name, leftOut ? Optional.empty() : value));
      }
      return new Arguments(ImmutableList.copyOf(given), ImmutableList.copyOf(line.getArgList()));
    } catch (UnrecognizedOptionException e) {
      throw unknown(e.getOption());
    } catch (MissingArgumentException e) {
      String name =
          e.getOption().getLongOpt() == null ? e.getOption().getOpt() : e.getOption().getLongOpt();
      throw lacksValue(flags.get(name));
    } catch (ParseException e) {
      throw new UsageException(e.getMessage());
    }
  }

  // Those that the words name, since to describe all flags to the library takes time; and those of
  // one letter, which may have their value in the same word.
  private Options options(String[] words) {
    Set<String> named = new HashSet<>();
    for (String word : words) {
      if (word.startsWith("-")) {
        named.add(flagName(word));
      }
    }
    Options options = new Options();
    for (Flag flag : flags.values()) {
      boolean isShort = flag.name().length() == 1;
      if (isShort || named.contains(flag.name())) {
        Option.Builder option =
            isShort ? Option.builder(flag.name()) : Option.builder().longOpt(flag.name());
        options.addOption(option.hasArg(flag.kind() != Flag.Kind.SWITCH).get());
      }
    }
    return options;
  }

  private String[] marked(List<String> words) {
    List<String> marked = new ArrayList<>();
    boolean files = false;
    for (String word : words) {
      files |= word.equals("--");
      if (files) {
        marked.add(word);
      } else if (isBareOptional(word)) {
        // The library would take the next word as the value; an empty one keeps it from doing so.
        marked.add(word + "=");
      } else if (isOn(word)) {
        marked.add(isSwitchWithValue(word) ? word.substring(0, word.indexOf('=')) : word);
      }
    }
    return marked.toArray(String[]::new);
  }

  // Whether a word counts: a switch that is set to false is as good as none.
  private boolean isOn(String word) {
    if (!isSwitchWithValue(word)) {
      return true;
    }
    int equals = word.indexOf('=');
    String value = word.substring(equals + 1);
    return value.isEmpty() || Arguments.truth(name(word.substring(0, equals)), value);
  }

  private boolean isSwitchWithValue(String word) {
    int equals = word.indexOf('=');
    if (!word.startsWith("-") || equals < 0) {
      return false;
    }
    Flag flag = flags.get(name(word.substring(0, equals)));
    return flag != null && flag.kind() == Flag.Kind.SWITCH;
  }

  private static String flagName(String word) {
    int equals = word.indexOf('=');
    return name(equals < 0 ? word : word.substring(0, equals));
  }

  private static String name(String written) {
    return written.substring(written.startsWith("--") ? 2 : 1);
  }

  private boolean isBareOptional(String word) {
    if (!word.startsWith("-") || word.contains("=")) {
      return false;
    }
    Flag flag = flags.get(name(word));
    return flag != null && flag.kind() == Flag.Kind.OPTIONAL_VALUE;
  }

  private static UsageException lacksValue(Flag flag) {
    return new UsageException("flag needs a value: " + flag.usage());
  }

  private UsageException unknown(String word) {
    int equals = word.indexOf('=');
    String written = equals < 0 ? word : word.substring(0, equals);
    String name = name(written);
    return new UsageException(
        "unknown flag '"
            + written
            + "'"
            + NearMiss.of(name, flags.keySet())
                .map(n -> "; did you mean '--" + n + "'?")
                .orElse(""));
  }
}
