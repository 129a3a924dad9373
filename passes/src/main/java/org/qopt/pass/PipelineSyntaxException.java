package org.qopt.pass;

import com.google.common.collect.Sets;
import java.util.Set;
import org.qopt.ir.diagnostic.NearMiss;

/** Thrown when the text of a pipeline or of a pass's options is malformed. */
public final class PipelineSyntaxException extends RuntimeException {
  private final String text;
  private final int position;

  /**
   * A fault in a text.
   *
   * @param message what was expected and what was found, without a full stop
   * @param text the whole text
   * @param position where in it the fault is, counted from 0; its length for the end
   */
  public PipelineSyntaxException(String message, String text, int position) {
    super(message);
    this.text = text;
    this.position = position;
  }

  static PipelineSyntaxException unknownPass(
      String name, PassRegistry registry, String text, int position) {
    Set<String> known = Sets.union(registry.all().keySet(), registry.pipelines().keySet());
    return new PipelineSyntaxException(
        "there is no pass '" + name + "'" + NearMiss.suggestion(name, known), text, position);
  }

  /** {@return the same fault, where {@code text} stands in a longer one from {@code offset} on} */
  public PipelineSyntaxException within(String longer, int offset) {
    return new PipelineSyntaxException(getMessage(), longer, offset + position);
  }

  /** {@return the text that is malformed} */
  public String text() {
    return text;
  }

  /** {@return where in the text the fault is, counted from 0} */
  public int position() {
    return position;
  }
}
