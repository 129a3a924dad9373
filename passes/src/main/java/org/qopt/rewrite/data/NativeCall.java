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
    /** {@return what is given for a parameter of the kind {@code wanted}} */
    Bound bound(Handle wanted, Bindings bindings);

    /** What a value of the pattern is bound to. */
    record FromSlot(int slot) implements Argument {
      @Override
      public Bound bound(Handle wanted, Bindings bindings) {
        return wanted == Handle.VALUE ? new Bound.ToValue(bindings.value(slot)) : bindings.at(slot);
      }
    }

    /** What the pattern says. */
    record Literal(Bound bound) implements Argument {
      @Override
      public Bound bound(Handle wanted, Bindings bindings) {
        return bound;
      }
    }
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
      all.add(arguments.get(i).bound(target.parameters().get(i).kind(), bindings));
    }
    return new NativeArguments(all.build());
  }
}
