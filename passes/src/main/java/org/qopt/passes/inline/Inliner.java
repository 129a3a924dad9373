package org.qopt.passes.inline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.builtin.UnrealizedConversionCastOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Cloner;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.FusedLocation;
import org.qopt.pass.PassContext;
import org.qopt.pass.Pipeline;
import org.qopt.pass.remark.Remark;
import org.qopt.rewrite.OutputNames;

/** Inlines the calls of one module as the pass says, those in callees before those of them. */
final class Inliner {
  private final CallGraph graph;
  private final InlinePass pass;
  private final PassContext context;
  private final SymbolUses uses;
  private final Set<String> gone = new LinkedHashSet<>();
  private final Map<String, Boolean> recursive = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<String, Optional<String>> uncopied = new HashMap<>();

  Inliner(CallGraph graph, SymbolUses uses, InlinePass pass, PassContext context) {
    this.graph = graph;
    this.uses = uses;
    this.pass = pass;
    this.context = context;
  }

  void run() {
    for (String name : graph.calleesFirst()) {
      FuncOp function = graph.function(name).orElseThrow();
      if (uses.isDead(function)) {
        gone.add(name);
        continue;
      }
      simplify(function);
      boolean changed = true;
      for (int i = 0; i < pass.maxIterations() && changed; i++) {
        sizes.put(name, size(function));
        changed = inlineCalls(function, i == 0);
        if (changed) {
          simplify(function);
        }
      }
      sizes.put(name, size(function));
    }
    gone.forEach(name -> graph.function(name).orElseThrow().operation().erase());
  }

  private void simplify(FuncOp function) {
    Pipeline pipeline =
        pass.opPipelines().stream()
            .filter(one -> one.anchor().opName().equals(Optional.of(function.operation().name())))
            .findFirst()
            .orElse(pass.defaultPipeline());
    if (!pipeline.stages().isEmpty() && !function.isDeclaration()) {
      context.run(pipeline, function.operation());
      uses.recount(function);
    }
  }

  // Later rounds would repeat what the first one said of calls that stay.
  private boolean inlineCalls(FuncOp function, boolean firstRound) {
    boolean changed = false;
    for (CallOp call : CallGraph.calls(function)) {
      Optional<String> reason = obstacle(function.name(), call);
      if (reason.isEmpty()) {
        context.remark(remark(Remark.Kind.PASSED, call, "the call of @%s is inlined"));
        sizes.merge(function.name(), sizeOf(call.callee()), Long::sum);
        FuncOp callee = graph.function(call.callee()).orElseThrow();
        if (uses.inlined(function, callee)) {
          gone.add(call.callee());
        }
        inline(call, callee);
        context.count("num-inlined", 1);
        changed = true;
      } else if (firstRound) {
        context.remark(remark(Remark.Kind.MISSED, call, "the call of @%s stays: " + reason.get()));
      }
    }
    return changed;
  }

  private static Remark remark(Remark.Kind kind, CallOp call, String text) {
    return Remark.of(
        kind, InlinePass.NAME, "", call.operation(), text.replace("%s", call.callee()));
  }

  private Optional<String> obstacle(String caller, CallOp call) {
    Optional<FuncOp> callee = graph.function(call.callee());
    if (callee.isEmpty() || callee.get().isDeclaration()) {
      return Optional.of("the function has no body here");
    }
    if (callee.get().operation().region(0).blocks().size() > 1) {
      return Optional.of("the function has several blocks");
    }
    boolean itself = call.callee().equals(caller);
    if (itself || recursive.computeIfAbsent(call.callee(), graph::isRecursive)) {
      return Optional.of("the function is recursive");
    }
    if (callee.get().entry().last().filter(last -> last.is(ReturnOp.DEF)).isEmpty()) {
      return Optional.of("the function does not end with func.return");
    }
    Optional<String> name = uncopied.computeIfAbsent(call.callee(), _ -> uncopiedIn(callee.get()));
    return name.isPresent()
        ? Optional.of("it holds '" + name.get() + "', which is not copied")
        : tooLarge(sizeOf(caller), sizeOf(call.callee()));
  }

  private Optional<String> tooLarge(long caller, long callee) {
    if (caller + callee > pass.maxOps()) {
      return Optional.of(
          "the calling function would hold %d operations, more than max-ops=%d"
              .formatted(caller + callee, pass.maxOps()));
    }
    // As in MLIR, the functions themselves do not count.
    long percent = (callee - 1) * 100 / (caller - 1);
    return pass.inliningThreshold()
        .filter(threshold -> percent > threshold)
        .map(
            threshold ->
                "it has %d %% of the operations here, more than inlining-threshold=%d"
                    .formatted(percent, threshold));
  }

  private static Optional<String> uncopiedIn(FuncOp function) {
    List<String> found = new ArrayList<>();
    function
        .operation()
        .walk(
            operation -> {
              // As in MLIR, where a cast between dialects stays where it was put.
              if (operation.def().isEmpty() || operation.is(UnrealizedConversionCastOp.DEF)) {
                found.add(operation.name());
              }
            });
    return found.stream().findFirst();
  }

  // A function that is first called once another is simplified may come later than its caller.
  private long sizeOf(String name) {
    return sizes.computeIfAbsent(name, _ -> size(graph.function(name).orElseThrow()));
  }

  private static long size(FuncOp function) {
    long[] count = {0};
    function.operation().walk(_ -> count[0]++);
    return count[0];
  }

  private static void inline(CallOp call, FuncOp callee) {
    Operation site = call.operation();
    Cloner cloner = new Cloner();
    for (int i = 0; i < site.operandCount(); i++) {
      cloner.map(callee.arguments().get(i), site.operand(i));
    }
    Operation end = callee.returnOp();
    OpBuilder builder = OpBuilder.before(site);
    for (Operation operation : callee.entry()) {
      if (operation != end) {
        builder.insert(cloner.copy(operation));
      }
    }
    List<Value> values = end.operands().stream().map(cloner::lookup).toList();
    for (int i = 0; i < values.size(); i++) {
      keepName(site.result(i), values.get(i), cloner, end.operand(i));
    }
    site.replaceAllUsesWith(values);
    site.erase();
  }

  // A value without a name of its own, made by the copy, is what the call's result was.
  private static void keepName(Value old, Value value, Cloner cloner, Value original) {
    boolean copied = cloner.lookup(original) != original && original.definingOp().isPresent();
    if (copied && value.name().isEmpty() && old.name().isPresent()) {
      Operation definition = value.definingOp().orElseThrow();
      if (definition.results().size() == 1) {
        definition.setLocation(FusedLocation.of(List.of(old.location(), definition.location())));
      }
    }
    OutputNames.keep(old, value);
  }
}
