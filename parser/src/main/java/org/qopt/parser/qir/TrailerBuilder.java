package org.qopt.parser.qir;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.qopt.ir.print.Trailer;

/** Gathers the entries of a trailer as they are read; of two of one name the last one counts. */
public final class TrailerBuilder {
  private final Map<String, Map<String, Map<String, String>>> sections = new LinkedHashMap<>();
  private Map<String, Map<String, String>> section = Map.of();
  private Map<String, String> group = Map.of();

  void section(String name) {
    section = sections.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  void group(String name) {
    group = section.computeIfAbsent(name, _ -> new LinkedHashMap<>());
  }

  void entry(String key, Token value) {
    group.put(key, value.getText());
  }

  Trailer build() {
    ImmutableMap.Builder<String, ImmutableMap<String, ImmutableMap<String, String>>> all =
        ImmutableMap.builder();
    sections.forEach(
        (name, groups) -> {
          ImmutableMap.Builder<String, ImmutableMap<String, String>> inner = ImmutableMap.builder();
          groups.forEach((key, entries) -> inner.put(key, ImmutableMap.copyOf(entries)));
          all.put(name, inner.buildOrThrow());
        });
    return new Trailer(all.buildOrThrow());
  }
}
