package org.qopt.rewrite.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.diagnostic.NearMiss;
import org.qopt.ir.op.OpDef;

/**
 * What patterns may name.
 *
 * @param dialects the dialects whose operations they match and make
 * @param natives the constraints and functions that they call
 * @param allowUnregistered whether operations of other dialects are names like any other
 */
public record Vocabulary(Dialects dialects, Natives natives, boolean allowUnregistered) {
  private static final String ADVICE =
      "; if this is intended, allow unregistered dialects (--allow-unregistered-dialect)";

  /** {@return why patterns may not name the operation {@code name}, if they may not} */
  Optional<String> noOperation(String name) {
    if (dialects.op(name).isPresent()) {
      return Optional.empty();
    }
    int dot = name.indexOf('.');
    String prefix = name.substring(0, Math.max(0, dot));
    Optional<Dialect> dialect = dialects.dialect(prefix);
    if (dialect.isPresent()) {
      List<String> names = dialect.get().ops().stream().map(OpDef::name).toList();
      return Optional.of(
          "dialect '%s' has no operation '%s'%s".formatted(prefix, name, suggestion(name, names)));
    }
    if (dot <= 0) {
      return Optional.of(
          "expected the full name of an operation, such as 'nn.add', but got '%s'%s"
              .formatted(name, suggestion("nn." + name, dialects.ops().keySet())));
    }
    return allowUnregistered
        ? Optional.empty()
        : Optional.of(
            "operation '%s' of unregistered dialect '%s'%s%s"
                .formatted(name, prefix, suggestion(prefix, dialects.all().keySet()), ADVICE));
  }

  /** {@return why there is nothing of a name among {@code known}} */
  static String unknown(String word, String name, Map<String, ?> known) {
    return "there is no %s '%s'%s".formatted(word, name, suggestion(name, known.keySet()));
  }

  static String suggestion(String name, Iterable<String> known) {
    return NearMiss.suggestion(name, known);
  }
}
