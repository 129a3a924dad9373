package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;

/** What a pattern calls by name: a {@link NativeConstraint} or a {@link NativeFunction}. */
public sealed interface Native permits NativeConstraint, NativeFunction {
  /** {@return its name in patterns, such as {@code one-use}} */
  String name();

  /** {@return what it says or computes, in a phrase} */
  String summary();

  /** {@return what it must be given} */
  ImmutableList<Parameter> parameters();

  /** {@return the word for its kind in messages} */
  String word();
}
