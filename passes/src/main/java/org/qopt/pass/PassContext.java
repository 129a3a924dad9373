package org.qopt.pass;

import com.google.common.collect.ImmutableMap;
import java.io.PrintStream;
import java.util.Optional;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.pass.remark.Remark;
import org.qopt.pass.remark.RemarkSink;

/**
 * What a pass may use besides the operation that it runs on: the dialects, analyses, a place for
 * diagnostics, remarks and text, counters, and services such as target profiles, which whoever runs
 * the pipeline supplies by type. What a pass says appears in the order of the program, on however
 * many threads passes run.
 */
public final class PassContext implements DiagnosticSink {
  private final Dialects dialects;
  private final ImmutableMap<Class<?>, Object> services;
  private final Outlet outlet;
  private final Optional<PassRun> run;
  private final Optional<PipelineRun> inner;

  private PassContext(
      Dialects dialects,
      ImmutableMap<Class<?>, Object> services,
      Outlet outlet,
      Optional<PassRun> run,
      Optional<PipelineRun> inner) {
    this.dialects = dialects;
    this.services = services;
    this.outlet = outlet;
    this.run = run;
    this.inner = inner;
  }

  /**
   * {@return a context without services}
   *
   * @param sink takes warnings and remarks; errors of a pipeline are thrown, not given to it
   */
  public static PassContext of(Dialects dialects, DiagnosticSink sink) {
    ImmutableMap<Class<?>, Object> none = ImmutableMap.of();
    return new PassContext(
        dialects, none, new ServiceOutlet(none, sink), Optional.empty(), Optional.empty());
  }

  /** {@return a context that has {@code service} too, instead of another of that type} */
  public <T> PassContext with(Class<T> type, T service) {
    ImmutableMap.Builder<Class<?>, Object> more = ImmutableMap.builder();
    more.putAll(services).put(type, service);
    ImmutableMap<Class<?>, Object> all = more.buildKeepingLast();
    Outlet newOutlet =
        outlet instanceof ServiceOutlet(_, DiagnosticSink sink)
            ? new ServiceOutlet(all, sink)
            : outlet;
    return new PassContext(dialects, all, newOutlet, run, inner);
  }

  /** {@return the context of a run of a pass that runs further pipelines by {@code newInner}} */
  PassContext forOnePass(Outlet newOutlet, PassRun newRun, PipelineRun newInner) {
    return new PassContext(
        dialects, services, newOutlet, Optional.of(newRun), Optional.of(newInner));
  }

  Outlet outlet() {
    return outlet;
  }

  /** {@return the dialects that are known} */
  public Dialects dialects() {
    return dialects;
  }

  /** {@return the service of this type, if there is one}; passes on several threads share it */
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
    outlet.report(diagnostic);
  }

  /** {@return whether somebody asks for remarks of this kind} */
  public boolean wantsRemarks(Remark.Kind kind) {
    return findService(RemarkSink.class).filter(remarks -> remarks.wants(kind)).isPresent();
  }

  /** Takes a remark; who runs the pipeline decides whether it is shown. */
  public void remark(Remark remark) {
    outlet.remark(remark);
  }

  /**
   * Prints text that is no diagnostic, such as a table, to the {@link PrintStream} among the
   * services or else to standard error.
   */
  public void print(String text) {
    outlet.print(text);
  }

  /** Adds to a statistic of the running pass, such as {@code num-erased}. */
  public void count(String statistic, long amount) {
    run.ifPresent(some -> some.counters().add(statistic, amount));
  }

  /**
   * {@return what is known of the operation that the pass runs on}; an analysis is made when it is
   * first asked for, and is as old as the last pass that did not preserve it
   *
   * @throws IllegalStateException if no pass is running
   */
  public Analyses analyses() {
    return run.orElseThrow(() -> new IllegalStateException("no pass is running")).analyses();
  }

  /** {@return the analysis of the operation that the pass runs on} */
  public <T> T analysis(AnalysisKind<T> kind) {
    return analyses().of(kind);
  }

  /**
   * Runs a pipeline as a part of the running pass.
   *
   * @param operation what the pass runs on, or something isolated inside it
   * @throws org.qopt.ir.diagnostic.InvalidInputException if a pass fails, so that this one does, or
   *     if the pipeline does not run on such an operation
   */
  public void run(Pipeline pipeline, Operation operation) {
    pipeline.checkRunsOn(operation);
    Analyses here = analyses();
    Analyses there = here.operation() == operation ? here : here.inside(operation);
    inner.orElseThrow().run(Plan.inner(pipeline), operation, there, outlet);
  }

  /** Says that an analysis will be as true after the running pass as it was before. */
  public void preserve(AnalysisKind<?> kind) {
    run.ifPresent(some -> some.preserved().add(kind));
  }

  /** Says that the running pass changes nothing, so that all analyses stay true. */
  public void preserveAll() {
    run.ifPresent(some -> some.preserved().addAll());
  }
}
