package org.qopt.ir.attribute;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/**
 * A list of attributes: {@code [1, "a"]}.
 *
 * @param elements the attributes
 */
public record ArrayAttr(ImmutableList<Attribute> elements) implements Attribute {
  /** {@return the list of these attributes} */
  public static ArrayAttr of(Iterable<? extends Attribute> elements) {
    return new ArrayAttr(ImmutableList.copyOf(elements));
  }

  @Override
  public String toString() {
    return elements.stream().map(Attribute::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
