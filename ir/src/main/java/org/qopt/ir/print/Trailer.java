package org.qopt.ir.print;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The resources after a program, MLIR's <code>{-# ... #-}</code>: sections such as {@code
 * dialect_resources} and {@code external_resources} hold groups, and groups hold entries.
 *
 * @param sections the text of an entry's value, by section, group and key
 */
public record Trailer(
    ImmutableMap<String, ImmutableMap<String, ImmutableMap<String, String>>> sections) {
  /** No resources; nothing is written. */
  public static final Trailer EMPTY = new Trailer(ImmutableMap.of());

  /** The section with the elements of constants, by dialect. */
  public static final String DIALECT_RESOURCES = "dialect_resources";

  /** The section for anything else, by tool. */
  public static final String EXTERNAL_RESOURCES = "external_resources";

  /** {@return the text of an entry's value, such as {@code "0x08000000..."} with its quotes} */
  public Optional<String> find(String section, String group, String key) {
    return Optional.ofNullable(group(section, group).get(key));
  }

  /** {@return the entries of a group, empty if there is no such group} */
  public ImmutableMap<String, String> group(String section, String group) {
    return sections.getOrDefault(section, ImmutableMap.of()).getOrDefault(group, ImmutableMap.of());
  }

  /** {@return this trailer with a group replaced; a group without entries is left out} */
  public Trailer withGroup(String section, String group, Map<String, String> entries) {
    Map<String, ImmutableMap<String, ImmutableMap<String, String>>> all =
        new LinkedHashMap<>(sections);
    Map<String, ImmutableMap<String, String>> groups =
        new LinkedHashMap<>(all.getOrDefault(section, ImmutableMap.of()));
    if (entries.isEmpty()) {
      groups.remove(group);
    } else {
      groups.put(group, ImmutableMap.copyOf(entries));
    }
    if (groups.isEmpty()) {
      all.remove(section);
    } else {
      all.put(section, ImmutableMap.copyOf(groups));
    }
    // MLIR's order is that of the names.
    return new Trailer(ImmutableSortedMap.copyOf(all));
  }

  void print(TextOut out) {
    if (sections.isEmpty()) {
      return;
    }
    out.newLine().append("{-#");
    out.indent();
    separated(
        out,
        sections,
        groups -> braces(out, groups, entries -> braces(out, entries, text -> out.append(text))));
    out.dedent();
    out.newLine().append("#-}");
  }

  private static <T> void braces(TextOut out, Map<String, T> entries, Consumer<T> body) {
    out.append('{').indent();
    separated(out, entries, body);
    out.dedent();
    out.newLine().append('}');
  }

  private static <T> void separated(TextOut out, Map<String, T> entries, Consumer<T> body) {
    String separator = "";
    for (Map.Entry<String, T> entry : entries.entrySet()) {
      out.append(separator).newLine().append(Quoted.key(entry.getKey())).append(": ");
      body.accept(entry.getValue());
      separator = ",";
    }
  }
}
