package org.qopt.target;

import java.util.List;
import org.qopt.quantize.ProfileProvider;
import org.qopt.quantize.QuantProfile;

/** The profiles of all targets on the class path. */
public final class TargetProfiles implements ProfileProvider {
  @Override
  public List<QuantProfile> profiles() {
    return Targets.load().byName().values().stream()
        .flatMap(target -> target.profiles().stream())
        .toList();
  }
}
