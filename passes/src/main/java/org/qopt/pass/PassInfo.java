package org.qopt.pass;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
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
 */
public record PassInfo(
    String name,
    String title,
    String summary,
    String description,
    Anchor anchor,
    ImmutableMap<String, String> options) {

  /** {@return the beginnings of a description, with a title made from the name, for any anchor} */
  public static PassInfo of(String name, String summary) {
    String title =
        Stream.of(name.split("-"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    return new PassInfo(name, title, summary, "", Anchor.ANY, ImmutableMap.of());
  }

  /** {@return the same with another title} */
  public PassInfo titled(String newTitle) {
    return new PassInfo(name, newTitle, summary, description, anchor, options);
  }

  /** {@return the same with a description} */
  public PassInfo describedAs(String newDescription) {
    return new PassInfo(name, title, summary, newDescription, anchor, options);
  }

  /** {@return the same for another anchor} */
  public PassInfo on(Anchor newAnchor) {
    return new PassInfo(name, title, summary, description, newAnchor, options);
  }

  /** {@return the same with one more option} */
  public PassInfo option(String option, String meaning) {
    ImmutableMap<String, String> more =
        ImmutableMap.<String, String>builder()
            .putAll(options)
            .putAll(Map.of(option, meaning))
            .buildOrThrow();
    return new PassInfo(name, title, summary, description, anchor, more);
  }
}
