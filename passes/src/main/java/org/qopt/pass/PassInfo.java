package org.qopt.pass;

import com.google.common.collect.ImmutableMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pass says about itself. Flags, help and documentation follow from it.
 *
 * @param name the name in pipelines and, after two dashes, on the command line
 * @param title the name in dumps and timing reports, such as {@code Canonicalizer}
 * @param summary what it does, in a phrase
 * @param description what it does in full, with QIR before and after
 * @param anchor what it runs on
 * @param options what each option means, by its name in text; a record component that is not listed
 *     here is fixed by whoever registers the pass
 * @param statistics what each counter means that the pass keeps, by its name
 */
public record PassInfo(
    String name,
    String title,
    String summary,
    String description,
    Anchor anchor,
    ImmutableMap<String, String> options,
    ImmutableMap<String, String> statistics) {

  /** {@return the beginnings of a description, with a title made from the name, for any anchor} */
  public static PassInfo of(String name, String summary) {
    String title =
        Stream.of(name.split("-"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return new PassInfo(name, title, summary, "", Anchor.ANY, ImmutableMap.of(), ImmutableMap.of());
  }

  /** {@return the same with another title} */
  public PassInfo titled(String newTitle) {
    return new PassInfo(name, newTitle, summary, description, anchor, options, statistics);
  }

  /** {@return the same with a description} */
  public PassInfo describedAs(String newDescription) {
    return new PassInfo(name, title, summary, newDescription, anchor, options, statistics);
  }

  /** {@return the same for another anchor} */
  public PassInfo on(Anchor newAnchor) {
    return new PassInfo(name, title, summary, description, newAnchor, options, statistics);
  }

  /** {@return the same with one more option} */
  public PassInfo option(String option, String meaning) {
    return new PassInfo(
        name, title, summary, description, anchor, with(options, option, meaning), statistics);
  }

  /** {@return the same with one more counter} */
  public PassInfo statistic(String statistic, String meaning) {
    return new PassInfo(
        name, title, summary, description, anchor, options, with(statistics, statistic, meaning));
  }

  /** {@return what a counter means; one that is not declared counts uses of a pattern} */
  public String meaning(String statistic) {
    return statistics.getOrDefault(statistic, "How often this pattern was applied");
  }

  private static ImmutableMap<String, String> with(
      ImmutableMap<String, String> all, String name, String meaning) {
    return ImmutableMap.<String, String>builder().putAll(all).put(name, meaning).buildOrThrow();
  }
}
