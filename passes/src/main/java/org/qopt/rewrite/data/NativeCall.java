package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.qopt.dialect.rewrite.Handle;
import org.qopt.ir.attribute.Attribute;

/**
 * What a constraint or function is given where a pattern calls it.
 *
 * @param target what is called
 * @param arguments the arguments, one for each parameter
 */
record NativeCall(Native target, ImmutableList<Argument> arguments) {
  /** One argument. */
  sealed interface Argument {
    /** What a value of the pattern is bound to. */
    record FromSlot(int slot) implements Argument {}

    /** What the pattern says. */
    record Literal(Bound bound) implements Argument {}
  }

  /** {@return why it cannot be called, if an argument is not what the parameter asks for} */
  Optional<String> refusal(Bindings bindings) {
    for (int i = 0; i < arguments.size(); i++) {
      Parameter parameter = target.parameters().get(i);
      if (!(arguments.get(i) instanceof Argument.FromSlot(int slot))) {
        continue;
      }
      Optional<String> noValue =
          parameter.kind() == Handle.VALUE ? bindings.noValue(slot) : Optional.empty();
      if (noValue.isPresent()) {
        return noValue;
      }
      if (bindings.at(slot) instanceof Bound.ToAttribute(Attribute attribute)
          && !parameter.constraint().accepts().test(attribute)) {
        return Optional.of(
            "'%s' of %s '%s' must be %s, but is %s"
                .formatted(
                    parameter.name(),
                    target.word(),
                    target.name(),
                    parameter.description(),
                    attribute));
      }
    }
    return Optional.empty();
  }

  NativeArguments arguments(Bindings bindings) {
    ImmutableList.Builder<Bound> all = ImmutableList.builder();
    for (int i = 0; i < arguments.size(); i++) {
      all.add(
          switch (arguments.get(i)) {
            case Argument.Literal(Bound bound) -> bound;
            case Argument.FromSlot(int slot) ->
                target.parameters().get(i).kind() == Handle.VALUE
                    ? new Bound.ToValue(bindings.value(slot))
                    : bindings.at(slot);
          });
    }
    return new NativeArguments(all.build());
  }
}
