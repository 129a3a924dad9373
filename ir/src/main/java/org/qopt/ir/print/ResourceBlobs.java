package org.qopt.ir.print;

import com.google.common.collect.ImmutableMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.ir.attribute.DenseElementsAttr;

/** The constants that a text holds in its trailer, under keys by which they are written again. */
public final class ResourceBlobs {
  /** No such constants. */
  public static final ResourceBlobs NONE = new ResourceBlobs(new IdentityHashMap<>(), Map.of());

  private static final String BUILTIN = "builtin";

  // By identity: a constant that is computed anew stands in the text, even if it is equal.
  private final Map<DenseElementsAttr, String> keys;
  private final ImmutableMap<String, String> blobs;

  /**
   * Constants by their key.
   *
   * @param keys the key of each; compared by identity
   * @param blobs the text in the trailer by key, in its quotes
   */
  public ResourceBlobs(Map<DenseElementsAttr, String> keys, Map<String, String> blobs) {
    this.keys = new IdentityHashMap<>(keys);
    this.blobs = ImmutableMap.copyOf(blobs);
  }

  /** {@return the key of {@code constant}, if it came from the trailer} */
  public Optional<String> key(DenseElementsAttr constant) {
    return Optional.ofNullable(keys.get(constant));
  }

  /** {@return {@code trailer} with the texts of these constants} */
  public Trailer addedTo(Trailer trailer) {
    if (blobs.isEmpty()) {
      return trailer;
    }
    Map<String, String> entries = new TreeMap<>(trailer.group(Trailer.DIALECT_RESOURCES, BUILTIN));
    entries.putAll(blobs);
    return trailer.withGroup(Trailer.DIALECT_RESOURCES, BUILTIN, entries);
  }
}
