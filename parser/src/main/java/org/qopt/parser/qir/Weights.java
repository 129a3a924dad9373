package org.qopt.parser.qir;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.ir.print.Quoted;
import org.qopt.ir.print.Trailer;

/**
 * What a program's trailer says of the file with its weights:
 *
 * <pre>{@code
 * external_resources: { qopt: {
 *   weights: "model.safetensors",
 *   weights_header_sha256: "..." } }
 * }</pre>
 *
 * The hash is that of the file's header, which holds the hash of the data: a file of another
 * program is refused, and opening it does not read the weights.
 *
 * @param file the name of the file in the folder of the text
 * @param headerHash the SHA-256 of its header's text, in lower-case hexadecimal; empty if the
 *     trailer lacks it
 */
record Weights(String file, String headerHash) {
  private static final String GROUP = "qopt";
  private static final String FILE = "weights";
  private static final String HASH = "weights_header_sha256";

  /**
   * {@return what {@code trailer} says, if it names a file}
   *
   * @throws IllegalArgumentException if what should be a text is none
   */
  static Optional<Weights> in(Trailer trailer) {
    Optional<String> file = text(trailer, FILE);
    return file.map(name -> new Weights(name, text(trailer, HASH).orElse("")));
  }

  private static Optional<String> text(Trailer trailer, String key) {
    Optional<String> value = trailer.find(Trailer.EXTERNAL_RESOURCES, GROUP, key);
    return value.map(
        found ->
            Optional.of(found)
                .filter(text -> text.startsWith("\""))
                .flatMap(Utf8::unquote)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "expected '%s' in the trailer to be a text in quotes, but found %s"
                                .formatted(key, found))));
  }

  /** {@return {@code trailer} with this in it} */
  Trailer addTo(Trailer trailer) {
    ImmutableMap.Builder<String, String> entries = ImmutableMap.builder();
    entries.putAll(removedFrom(trailer).group(Trailer.EXTERNAL_RESOURCES, GROUP));
    entries.put(FILE, Quoted.of(file)).put(HASH, Quoted.of(headerHash));
    return trailer.withGroup(Trailer.EXTERNAL_RESOURCES, GROUP, entries.buildOrThrow());
  }

  /** {@return {@code trailer} without the file with the weights, which have been read} */
  static Trailer removedFrom(Trailer trailer) {
    ImmutableMap.Builder<String, String> entries = ImmutableMap.builder();
    trailer
        .group(Trailer.EXTERNAL_RESOURCES, GROUP)
        .forEach(
            (key, value) -> {
              if (!key.equals(FILE) && !key.equals(HASH)) {
                entries.put(key, value);
              }
            });
    return trailer.withGroup(Trailer.EXTERNAL_RESOURCES, GROUP, entries.buildOrThrow());
  }
}
