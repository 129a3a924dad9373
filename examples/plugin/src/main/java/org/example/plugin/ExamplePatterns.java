package org.example.plugin;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.rewrite.data.Bound;
import org.qopt.rewrite.data.NativeConstraint;
import org.qopt.rewrite.data.NativeFunction;
import org.qopt.rewrite.data.Parameter;
import org.qopt.rewrite.data.PatternLibrary;

/** What patterns written as data can require and compute with this plugin. */
public final class ExamplePatterns implements PatternLibrary {
  private static final Parameter NUMBER = Parameter.attribute("number", Attributes.F32);

  @Override
  public List<NativeConstraint> constraints() {
    return List.of(
        NativeConstraint.of(
            "power-of-two",
            "the number is a power of two",
            List.of(NUMBER),
            given -> {
              double number = ((FloatAttr) given.attribute(0)).value();
              return number == nearest(number)
                  ? Optional.empty()
                  : Optional.of(number + " is not a power of two");
            }));
  }

  @Override
  public List<NativeFunction> functions() {
    return List.of(
        NativeFunction.attribute(
            "nearest-power-of-two",
            "the power of two that is nearest by its exponent",
            List.of(NUMBER),
            given -> {
              double number = ((FloatAttr) given.attribute(0)).value();
              return number > 0
                  ? new NativeFunction.Answer.Result(
                      new Bound.ToAttribute(FloatAttr.f32((float) nearest(number))))
                  : new NativeFunction.Answer.None(number + " is near no power of two");
            }));
  }

  private static double nearest(double number) {
    return Math.scalb(1.0, (int) Math.rint(Math.log(number) / Math.log(2)));
  }
}
