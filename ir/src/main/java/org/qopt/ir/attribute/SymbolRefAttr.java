package org.qopt.ir.attribute;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.qopt.ir.print.Quoted;

/**
 * A reference to an operation by name: {@code @main}, {@code @outer::@inner}.
 *
 * @param path the names from the outermost symbol inwards, at least one
 */
public record SymbolRefAttr(ImmutableList<String> path) implements Attribute {
  /**
   * Checks the path.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public SymbolRefAttr {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a symbol reference needs a name");
    }
  }

  /** {@return the reference to the symbol {@code name} of the enclosing table} */
  public static SymbolRefAttr of(String name) {
    return new SymbolRefAttr(ImmutableList.of(name));
  }

  /** {@return the name of the outermost symbol} */
  public String root() {
    return path.getFirst();
  }

  @Override
  public String toString() {
    return path.stream().map(Quoted::symbol).collect(Collectors.joining("::"));
  }
}
