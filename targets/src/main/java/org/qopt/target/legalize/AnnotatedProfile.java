package org.qopt.target.legalize;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.passes.annotate.QuantAnnotatePass;
import org.qopt.quantize.QuantProfile;

/** Which of a target's profiles a program was annotated for. */
public final class AnnotatedProfile {
  private AnnotatedProfile() {}

  /**
   * {@return the profile among {@code profiles} that {@code module} names, the first if it names
   * none}
   *
   * @throws InvalidInputException if it names another one
   */
  public static QuantProfile of(Operation module, ImmutableList<QuantProfile> profiles) {
    Optional<String> name =
        module.attribute(QuantAnnotatePass.PROFILE, StringAttr.class).map(StringAttr::value);
    return name.isEmpty()
        ? profiles.getFirst()
        : profiles.stream()
            .filter(profile -> profile.name().equals(name.get()))
            .findFirst()
            .orElseThrow(() -> unknown(module, name.get(), profiles));
  }

  private static InvalidInputException unknown(
      Operation module, String name, ImmutableList<QuantProfile> profiles) {
    return new InvalidInputException(
        module.reportLocation(),
        "the program was annotated for profile \"%s\", it cannot be legalized for %s"
            .formatted(
                name,
                profiles.stream()
                    .map(profile -> '"' + profile.name() + '"')
                    .collect(Collectors.joining(" or "))));
  }
}
