package org.qopt.passes.annotate;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.pass.remark.Remark;
import org.qopt.quantize.NumberFormat;
import org.qopt.quantize.ResultRule;

/**
 * Says where the parameters of each value come from, and what becomes of those that a program
 * carries where the profile has no such numbers.
 *
 * @param remarks is told
 */
record AnnotationRemarks(Consumer<Remark> remarks) {
  /** Speaks of a value that is stored in {@code format}, as all of its set are. */
  void activation(Location place, ParameterClass set, OptionalLong group, NumberFormat format) {
    if (group.isPresent()) {
      remarks.accept(
          analysis("group", place, "the value shares one scale and zero point with its group")
              .with("group", group.getAsLong()));
    } else if (set.fixed().isPresent()) {
      remarks.accept(given(place, set.fixed().get(), format));
    } else {
      remarks.accept(
          analysis("free", place, "the scale and zero point of the value follow from its range"));
    }
  }

  private static Remark given(Location place, Prescription prescription, NumberFormat format) {
    ResultRule.Fixed parameters = prescription.in(format);
    Remark remark =
        switch (prescription) {
          case Prescription.OfProgram(QuantizedType type)
              when CarriedTypes.exact(type, format).isPresent() ->
              analysis("carried", place, "the program says the scale and zero point of the value");
          case Prescription.OfProgram(QuantizedType type) ->
              requantized(place, "the value", type, format);
          case Prescription.OfOperation _, Prescription.OfRange _ ->
              analysis("fixed", place, "the scale and zero point of the value are prescribed");
        };
    return remark.with("scale", parameters.scale()).with("zero-point", parameters.zeroPoint());
  }

  /** Speaks of an operand that is stored otherwise in front of an operation. */
  void requantized(AnnotationPlan.Use use) {
    remarks.accept(
        Remark.of(
                Remark.Kind.ANALYSIS,
                QuantAnnotatePass.NAME,
                "requantize",
                use.operation(),
                "operand %d of '%s' op is observed once more: its own scale and zero point are prescribed, and the other operands must not be cut to them"
                    .formatted(use.operand(), use.operation().name()))
            .with("operand", use.operand()));
  }

  /** Speaks of weights that the program stores as {@code type}, the profile as {@code same}. */
  void weights(Value constant, QuantizedType type, Optional<QuantizedType> same) {
    Location place =
        constant.definingOp().map(Operation::reportLocation).orElse(constant.location());
    remarks.accept(
        same.isPresent()
            ? analysis("carried", place, "the program says the scales of the weights")
            : analysis(
                "requantized",
                place,
                "the program stores the weights as %s, which the profile cannot: their scales follow from their elements"
                    .formatted(type)));
  }

  private static Remark requantized(
      Location place, String what, QuantizedType type, NumberFormat format) {
    return analysis(
        "requantized",
        place,
        "the program stores %s as %s, which is not of the profile's %s: its parameters follow from the range of that"
            .formatted(what, type, format));
  }

  private static Remark analysis(String name, Location place, String message) {
    return Remark.of(Remark.Kind.ANALYSIS, QuantAnnotatePass.NAME, name, place, message);
  }
}
