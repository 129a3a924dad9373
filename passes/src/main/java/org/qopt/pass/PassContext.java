package org.qopt.pass;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.ir.Dialects;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.remark.Remark;
import org.qopt.pass.remark.RemarkSink;

/**
 * What a pass may use besides the operation that it runs on: the dialects, a place for diagnostics,
 * counters, and services such as target profiles, which whoever runs the pipeline supplies by type.
 */
public final class PassContext implements DiagnosticSink {
  private final Dialects dialects;
  private final ImmutableMap<Class<?>, Object> services;
  private final DiagnosticSink sink;
  private final PassCounts counts;

  private PassContext(
      Dialects dialects,
      ImmutableMap<Class<?>, Object> services,
      DiagnosticSink sink,
      PassCounts counts) {
    this.dialects = dialects;
    this.services = services;
    this.sink = sink;
    this.counts = counts;
  }

  /**
   * {@return a context without services}
   *
   * @param sink takes warnings and remarks; errors of a pipeline are thrown, not given to it
   */
  public static PassContext of(Dialects dialects, DiagnosticSink sink) {
    return new PassContext(dialects, ImmutableMap.of(), sink, new PassCounts());
  }

  /** {@return a context that has {@code service} too, instead of another of that type} */
  public <T> PassContext with(Class<T> type, T service) {
    ImmutableMap.Builder<Class<?>, Object> more = ImmutableMap.builder();
    more.putAll(services).put(type, service);
    return new PassContext(dialects, more.buildKeepingLast(), sink, counts);
  }

  PassContext forOnePass(DiagnosticSink newSink, PassCounts newCounts) {
    return new PassContext(dialects, services, newSink, newCounts);
  }

  /** {@return the dialects that are known} */
  public Dialects dialects() {
    return dialects;
  }

  /** {@return the service of this type, if there is one} */
  public <T> Optional<T> findService(Class<T> type) {
    return Optional.ofNullable(services.get(type)).map(type::cast);
  }

  /**
   * {@return the service of this type}
   *
   * @throws IllegalStateException if whoever runs the pipeline did not supply one
   */
  public <T> T service(Class<T> type) {
    return findService(type)
        .orElseThrow(() -> new IllegalStateException("no service " + type.getName()));
  }

  /** Takes a diagnostic; an error makes the pass fail once it returns. */
  @Override
  public void report(Diagnostic diagnostic) {
    sink.report(diagnostic);
  }

  /** {@return whether somebody asks for remarks of this kind} */
  public boolean wantsRemarks(Remark.Kind kind) {
    return findService(RemarkSink.class).filter(remarks -> remarks.wants(kind)).isPresent();
  }

  /** Takes a remark; who runs the pipeline decides whether it is shown. */
  public void remark(Remark remark) {
    Optional<RemarkSink> remarks = findService(RemarkSink.class);
    if (remarks.isPresent() ? remarks.get().take(remark) : remark.always()) {
      report(remark.toDiagnostic());
    }
  }

  /** Adds to a statistic of the running pass, such as {@code num-erased}. */
  public void count(String statistic, long amount) {
    counts.add(statistic, amount);
  }
}
