package org.qopt.dialect.nn;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.tensor.Tensor;

/**
 * What a model says of itself, which no pass looks at: the module's attribute {@value #ATTRIBUTE}.
 * A reader puts it there, and what writes a model finds it again. Entries that are of another kind
 * than is asked for count as missing.
 *
 * @param entries the entries, by the names that are constants of this class
 */
public record ModelMetadata(DictionaryAttr entries) {
  /** The module's attribute. */
  public static final String ATTRIBUTE = "nn.metadata";

  /** The name of the graph. */
  public static final String NAME = "name";

  /** What the model is. */
  public static final String DESCRIPTION = "description";

  /** What the graph is, where that is said apart. */
  public static final String GRAPH_DESCRIPTION = "graph_description";

  /** Who made the model. */
  public static final String PRODUCER = "producer";

  /** In which version. */
  public static final String PRODUCER_VERSION = "producer_version";

  /** Whose model it is. */
  public static final String DOMAIN = "domain";

  /** The version of the model itself, a decimal number. */
  public static final String VERSION = "version";

  /** Whatever else is said in words: a dictionary of strings. */
  public static final String PROPERTIES = "properties";

  /** Whatever else is said in bytes: a dictionary of vectors. */
  public static final String BUFFERS = "buffers";

  /** What callers call the inputs: an array of strings, in order. */
  public static final String INPUTS = "inputs";

  /** What callers call the outputs. */
  public static final String OUTPUTS = "outputs";

  /** What callers call the model's only entrance. */
  public static final String SIGNATURE = "signature";

  /** {@return what stands on {@code module}} */
  public static ModelMetadata of(Operation module) {
    return new ModelMetadata(
        module.attribute(ATTRIBUTE, DictionaryAttr.class).orElse(DictionaryAttr.EMPTY));
  }

  /** Puts it on {@code module}, if there is any. */
  public void attachTo(Operation module) {
    if (!entries.isEmpty()) {
      module.setAttribute(ATTRIBUTE, entries);
    }
  }

  /** {@return an entry that is a string} */
  public Optional<String> text(String key) {
    return entry(key, StringAttr.class).map(StringAttr::value);
  }

  /** {@return an entry that is an array of strings} */
  public Optional<ImmutableList<String>> texts(String key) {
    return entry(key, ArrayAttr.class)
        .filter(array -> array.elements().stream().allMatch(StringAttr.class::isInstance))
        .map(
            array ->
                array.elements().stream()
                    .map(element -> ((StringAttr) element).value())
                    .collect(ImmutableList.toImmutableList()));
  }

  /** {@return {@value #PROPERTIES}, by name} */
  public ImmutableMap<String, String> properties() {
    return each(PROPERTIES, StringAttr.class, StringAttr::value);
  }

  /** {@return {@value #BUFFERS}, by name} */
  public ImmutableMap<String, byte[]> buffers() {
    return each(BUFFERS, DenseElementsAttr.class, dense -> dense.value().bytes());
  }

  private <A extends Attribute, V> ImmutableMap<String, V> each(
      String key, Class<A> kind, Function<A, V> value) {
    ImmutableMap.Builder<String, V> all = ImmutableMap.builder();
    entry(key, DictionaryAttr.class)
        .orElse(DictionaryAttr.EMPTY)
        .entries()
        .forEach(
            (name, attribute) -> {
              if (kind.isInstance(attribute)) {
                all.put(name, value.apply(kind.cast(attribute)));
              }
            });
    return all.build();
  }

  private <A extends Attribute> Optional<A> entry(String key, Class<A> kind) {
    return Optional.ofNullable(entries.entries().get(key)).filter(kind::isInstance).map(kind::cast);
  }

  /** Collects entries; what is empty is left out. */
  public static final class Builder {
    private final TreeMap<String, Attribute> entries = new TreeMap<>();
    private final TreeMap<String, Attribute> properties = new TreeMap<>();
    private final TreeMap<String, Attribute> buffers = new TreeMap<>();

    /** Nothing yet. */
    public Builder() {}

    /** Adds a string. */
    public Builder text(String key, String value) {
      if (!value.isEmpty()) {
        entries.put(key, new StringAttr(value));
      }
      return this;
    }

    /** Adds an array of strings. */
    public Builder texts(String key, List<String> values) {
      List<Attribute> elements = new ArrayList<>();
      values.forEach(value -> elements.add(new StringAttr(value)));
      entries.put(key, ArrayAttr.of(elements));
      return this;
    }

    /** Adds a property. */
    public Builder property(String name, String value) {
      properties.put(name, new StringAttr(value));
      return this;
    }

    /** Adds a buffer, a vector of bytes. */
    public Builder buffer(String name, Tensor bytes) {
      buffers.put(name, DenseElementsAttr.of(bytes));
      return this;
    }

    /** {@return what was added} */
    public ModelMetadata build() {
      putAll(PROPERTIES, properties);
      putAll(BUFFERS, buffers);
      return new ModelMetadata(DictionaryAttr.of(entries));
    }

    private void putAll(String key, Map<String, Attribute> all) {
      if (!all.isEmpty()) {
        entries.put(key, DictionaryAttr.of(all));
      }
    }
  }
}
