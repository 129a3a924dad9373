package org.qopt.cli.reduce;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Program;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;

/**
 * Tells programs apart by a hash of their text. Large constants, which edits do not copy, stand in
 * it by identity: to print them each time would take longer than the tests.
 */
final class Fingerprint {
  private static final long LARGE = 64;

  private final Map<DenseElementsAttr, String> constants = new IdentityHashMap<>();

  /** {@return the hash of {@code program}} */
  synchronized String of(Program program) {
    PrintOptions options =
        PrintOptions.GENERIC
            .withLocations(true)
            .withTrailer(program.trailer())
            .withResourceKey(this::key);
    String text = Printer.toText(program.module(), options);
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  private Optional<String> key(DenseElementsAttr constant) {
    if (constant.value().isSplat() || constant.value().size() < LARGE) {
      return Optional.empty();
    }
    return Optional.of(constants.computeIfAbsent(constant, _ -> "c" + constants.size()));
  }
}
