package org.qopt.parser.qir;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.ir.print.Quoted;
import org.qopt.ir.print.Trailer;

/**
 * The passes that a program's trailer says to run, in MLIR's form:
 *
 * <pre>{@code
 * external_resources: { mlir_reproducer: {
 *   pipeline: "builtin.module(canonicalize)",
 *   disable_threading: true,
 *   verify_each: true } }
 * }</pre>
 *
 * @param pipeline the text of the pipeline
 * @param disableThreading whether it is to run on one thread
 * @param verifyEach whether the program is verified after each pass
 */
public record Reproducer(String pipeline, boolean disableThreading, boolean verifyEach) {
  private static final String GROUP = "mlir_reproducer";
  private static final String PIPELINE = "pipeline";
  private static final String ONE_THREAD = "disable_threading";
  private static final String VERIFY = "verify_each";

  /** {@return what {@code trailer} says, if it names a pipeline} */
  public static Optional<Reproducer> in(Trailer trailer) {
    ImmutableMap<String, String> entries = trailer.group(Trailer.EXTERNAL_RESOURCES, GROUP);
    return Optional.ofNullable(entries.get(PIPELINE))
        .filter(value -> value.startsWith("\""))
        .flatMap(Utf8::unquote)
        .map(text -> new Reproducer(text, isOn(entries, ONE_THREAD), isOn(entries, VERIFY)));
  }

  private static boolean isOn(ImmutableMap<String, String> entries, String key) {
    return !"false".equals(entries.get(key));
  }

  /** {@return {@code trailer} with this in it} */
  public Trailer addTo(Trailer trailer) {
    return trailer.withGroup(
        Trailer.EXTERNAL_RESOURCES,
        GROUP,
        ImmutableMap.of(
            PIPELINE,
            Quoted.of(pipeline),
            ONE_THREAD,
            Boolean.toString(disableThreading),
            VERIFY,
            Boolean.toString(verifyEach)));
  }

  /** {@return {@code trailer} without the passes to run} */
  public static Trailer removedFrom(Trailer trailer) {
    return trailer.withGroup(Trailer.EXTERNAL_RESOURCES, GROUP, ImmutableMap.of());
  }
}
