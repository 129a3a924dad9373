package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Type;

/** What a target's programs become in C. */
public interface CLowering {
  /**
   * {@return the arrays that a value of this type consists of, at least one}
   *
   * @throws IllegalArgumentException if there is no form; the message says why
   */
  ImmutableList<CPart> parts(Type type);

  /** {@return the arrays that a constant consists of; empty for other operations} */
  Optional<ImmutableList<CTable>> constant(Operation operation);

  /** {@return the operand that the only result of {@code operation} is the same elements as} */
  Optional<Value> same(Operation operation);

  /**
   * {@return the calls that compute the results of an operation whose results have elements}
   *
   * @throws IllegalArgumentException if there is no form; the message says why
   */
  ImmutableList<CCall> calls(Operation operation);

  /** {@return what the elements of a value mean, in a phrase} */
  String meaning(Type type);

  /** {@return the integers that tell what the elements of a value mean, by name in capitals} */
  ImmutableMap<String, Long> facts(Type type);
}
