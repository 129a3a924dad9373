package org.qopt.ir.type;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code (inputs) -> results}.
 *
 * @param inputs the types of the arguments
 * @param results the types of the results
 */
public record FunctionType(ImmutableList<Type> inputs, ImmutableList<Type> results)
    implements Type {

  /** {@return the function type from {@code inputs} to {@code results}} */
  public static FunctionType of(List<? extends Type> inputs, List<? extends Type> results) {
    return new FunctionType(ImmutableList.copyOf(inputs), ImmutableList.copyOf(results));
  }

  @Override
  public String toString() {
    return "(" + join(inputs) + ") -> " + resultText();
  }

  /**
   * {@return the results as they stand after an arrow: one bare type, else a list in parentheses}
   */
  public String resultText() {
    boolean bare = results.size() == 1 && !(results.getFirst() instanceof FunctionType);
    return bare ? results.getFirst().toString() : "(" + join(results) + ")";
  }

  private static String join(List<Type> types) {
    return types.stream().map(Type::toString).collect(Collectors.joining(", "));
  }
}
