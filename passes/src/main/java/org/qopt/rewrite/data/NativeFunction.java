package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.qopt.dialect.rewrite.Handle;

/**
 * Something that a pattern can compute by name.
 *
 * @param name its name, such as {@code compose-permutations}
 * @param summary what it computes, in a phrase
 * @param parameters what it is given
 * @param result the kind of the result: {@link Handle#ATTRIBUTE} or {@link Handle#TYPE}
 * @param body computes it
 */
public record NativeFunction(
    String name, String summary, ImmutableList<Parameter> parameters, Handle result, Body body)
    implements Native {

  /** Computes an attribute or a type; changes nothing and keeps no state. */
  @FunctionalInterface
  public interface Body {
    /** {@return what it is, or why there is no answer} */
    Answer compute(NativeArguments arguments);
  }

  /** What comes of calling a function. */
  public sealed interface Answer {
    /** A result of the function's kind. */
    record Result(Bound bound) implements Answer {}

    /**
     * None.
     *
     * @param reason why, as the end of "does not apply: ..."
     */
    record None(String reason) implements Answer {}
  }

  /** {@return a function that computes an attribute} */
  public static NativeFunction attribute(
      String name, String summary, List<Parameter> parameters, Body body) {
    return new NativeFunction(
        name, summary, ImmutableList.copyOf(parameters), Handle.ATTRIBUTE, body);
  }

  /** {@return a function that computes a type} */
  public static NativeFunction type(
      String name, String summary, List<Parameter> parameters, Body body) {
    return new NativeFunction(name, summary, ImmutableList.copyOf(parameters), Handle.TYPE, body);
  }

  @Override
  public String word() {
    return "function";
  }
}
