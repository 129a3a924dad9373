package org.qopt.filecheck;

import java.util.List;
import java.util.Optional;

/** The input of a run as it was searched, with what happened where. */
public final class InputAnnotations {
  private final Optional<SourceText> input;
  private final List<Annotation> annotations;

  InputAnnotations(Optional<SourceText> input, List<Annotation> annotations) {
    this.input = input;
    this.annotations = annotations;
  }

  static InputAnnotations none() {
    return new InputAnnotations(Optional.empty(), List.of());
  }

  /** {@return the input, with blanks as the run saw them; absent if the run never came so far} */
  public Optional<SourceText> input() {
    return input;
  }

  List<Annotation> all() {
    return annotations;
  }
}
