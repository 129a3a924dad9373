package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.rewrite.AttributeOp;
import org.qopt.dialect.rewrite.ComputeOp;
import org.qopt.dialect.rewrite.ConstantOp;
import org.qopt.dialect.rewrite.Handle;
import org.qopt.dialect.rewrite.MatchOp;
import org.qopt.dialect.rewrite.RequireOp;
import org.qopt.dialect.rewrite.ResultOp;
import org.qopt.dialect.rewrite.TypeOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.rewrite.data.NativeCall.Argument;
import org.qopt.rewrite.data.NativeFunction.Answer;

/** Makes steps of what a pattern requires, reads and computes once its operations are found. */
record ComputedValues(Slots slots, Natives natives) {
  /** {@return the step that {@code operation} stands for, if it is of this kind} */
  Optional<Step> step(Operation operation) {
    if (operation.is(AttributeOp.DEF)) {
      return Optional.of(attribute(new AttributeOp(operation)));
    }
    if (operation.is(TypeOp.DEF)) {
      return Optional.of(type(operation));
    }
    if (operation.is(ConstantOp.DEF)) {
      return Optional.of(constant(new ConstantOp(operation)));
    }
    if (operation.is(ResultOp.DEF) && isMatched(operation)) {
      return Optional.of(result(new ResultOp(operation)));
    }
    if (operation.is(RequireOp.DEF)) {
      return Optional.of(require(new RequireOp(operation)));
    }
    return operation.is(ComputeOp.DEF)
        ? Optional.of(compute(new ComputeOp(operation)))
        : Optional.empty();
  }

  private static boolean isMatched(Operation result) {
    return result.operand(0).definingOp().filter(op -> op.is(MatchOp.DEF)).isPresent();
  }

  /** {@return the attribute as what it is for a parameter or a value of kind {@code wanted}} */
  static Bound bound(Attribute attribute, Handle wanted) {
    return wanted == Handle.TYPE && attribute instanceof TypeAttr type
        ? new Bound.ToType(type.value())
        : new Bound.ToAttribute(attribute);
  }

  private Step attribute(AttributeOp read) {
    int from = slots.of(read.operation().operand(0));
    int to = slots.of(read.operation().result());
    String name = read.name();
    return bindings -> {
      Operation operation = bindings.operation(from);
      Optional<Attribute> found = OperationShape.attribute(operation, name);
      if (found.isEmpty()) {
        return Optional.of("'" + operation.name() + "' has no attribute '" + name + "'");
      }
      bindings.bind(to, new Bound.ToAttribute(found.get()));
      return Optional.empty();
    };
  }

  private Step type(Operation read) {
    int from = slots.of(read.operand(0));
    int to = slots.of(read.result());
    return bindings -> {
      Optional<String> noValue = bindings.noValue(from);
      if (noValue.isEmpty()) {
        bindings.bind(to, new Bound.ToType(bindings.value(from).type()));
      }
      return noValue;
    };
  }

  private Step constant(ConstantOp constant) {
    int to = slots.of(constant.operation().result());
    Bound bound = bound(constant.value(), (Handle) constant.operation().result().type());
    return bindings -> {
      bindings.bind(to, bound);
      return Optional.empty();
    };
  }

  private Step result(ResultOp read) {
    int from = slots.of(read.operation().operand(0));
    int to = slots.of(read.operation().result());
    int index = read.index();
    return bindings -> {
      Operation operation = bindings.operation(from);
      if (index >= operation.results().size()) {
        return Optional.of("'" + operation.name() + "' has no result #" + index);
      }
      bindings.bind(to, new Bound.ToValue(operation.result(index)));
      return Optional.empty();
    };
  }

  private Step require(RequireOp require) {
    NativeConstraint constraint = natives.constraints().get(require.constraint());
    NativeCall call = call(constraint, require.operation(), require.arguments());
    boolean negated = require.negated();
    Optional<String> otherwise = require.otherwise();
    return bindings -> {
      Optional<String> refusal = call.refusal(bindings);
      if (refusal.isPresent()) {
        return refusal;
      }
      Optional<String> violation = constraint.check().violation(call.arguments(bindings));
      if (negated == violation.isPresent()) {
        return Optional.empty();
      }
      if (otherwise.isPresent()) {
        return otherwise;
      }
      return negated ? Optional.of("it is so that " + constraint.summary()) : violation;
    };
  }

  private Step compute(ComputeOp compute) {
    NativeFunction function = natives.functions().get(compute.function());
    NativeCall call = call(function, compute.operation(), compute.arguments());
    int to = slots.of(compute.operation().result());
    return bindings -> {
      Optional<String> refusal = call.refusal(bindings);
      if (refusal.isPresent()) {
        return refusal;
      }
      Answer answer = function.body().compute(call.arguments(bindings));
      if (answer instanceof Answer.None(String reason)) {
        return Optional.of(reason);
      }
      bindings.bind(to, ofItsKind(function, ((Answer.Result) answer).bound()));
      return Optional.empty();
    };
  }

  private static Bound ofItsKind(NativeFunction function, Bound bound) {
    if (bound.kind() != function.result()) {
      throw new IllegalStateException(
          "function '%s' computed %s instead of %s"
              .formatted(function.name(), bound.kind(), function.result()));
    }
    return bound;
  }

  private NativeCall call(Native target, Operation operation, List<Attribute> literals) {
    ImmutableList.Builder<Argument> arguments = ImmutableList.builder();
    operation
        .operands()
        .forEach(operand -> arguments.add(new Argument.FromSlot(slots.of(operand))));
    for (int i = 0; i < literals.size(); i++) {
      Handle kind = target.parameters().get(operation.operandCount() + i).kind();
      arguments.add(new Argument.Literal(bound(literals.get(i), kind)));
    }
    return new NativeCall(target, arguments.build());
  }
}
