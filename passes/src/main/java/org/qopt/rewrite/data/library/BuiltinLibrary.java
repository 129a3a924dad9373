package org.qopt.rewrite.data.library;

import java.util.List;
import java.util.stream.Stream;
import org.qopt.rewrite.data.NativeConstraint;
import org.qopt.rewrite.data.NativeFunction;
import org.qopt.rewrite.data.PatternLibrary;

/** What is there without a plugin. */
public final class BuiltinLibrary implements PatternLibrary {
  @Override
  public List<NativeConstraint> constraints() {
    return Stream.of(AttributeConstraints.ALL, TypeConstraints.ALL, ValueConstraints.ALL)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<NativeFunction> functions() {
    return Stream.of(IndexFunctions.ALL, NumberFunctions.ALL, ValueFunctions.ALL)
        .flatMap(List::stream)
        .toList();
  }
}
