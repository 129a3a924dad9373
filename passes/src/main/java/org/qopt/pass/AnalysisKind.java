package org.qopt.pass;

import java.util.function.BiFunction;
import org.qopt.ir.Operation;

/**
 * Something that can be found out about an operation and all that it holds, such as dominance or
 * which function calls which. A kind is a constant of the class that holds what is found out:
 *
 * <pre>{@code
 * public static final AnalysisKind<CallGraph> KIND =
 *     AnalysisKind.of("CallGraph", (module, analyses) -> CallGraph.of(module));
 * }</pre>
 *
 * <p>Passes ask {@link PassContext#analysis} for it. Kinds are compared by identity.
 *
 * @param <T> what is found out; it must not change once it is known
 */
public final class AnalysisKind<T> {
  private final String title;
  private final BiFunction<Operation, Analyses, T> find;

  private AnalysisKind(String title, BiFunction<Operation, Analyses, T> find) {
    this.title = title;
    this.find = find;
  }

  /**
   * {@return a kind of analysis}
   *
   * @param title the name in timing reports, such as {@code CallGraph}
   * @param find finds it out, with the help of other analyses of the same operation
   */
  public static <T> AnalysisKind<T> of(String title, BiFunction<Operation, Analyses, T> find) {
    return new AnalysisKind<>(title, find);
  }

  /** {@return the name in timing reports} */
  public String title() {
    return title;
  }

  T find(Operation operation, Analyses analyses) {
    return find.apply(operation, analyses);
  }

  @Override
  public String toString() {
    return title;
  }
}
