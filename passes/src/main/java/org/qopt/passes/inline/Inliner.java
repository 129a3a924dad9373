package org.qopt.passes.inline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Cloner;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.FusedLocation;
import org.qopt.pass.PassContext;
import org.qopt.pass.remark.Remark;
import org.qopt.rewrite.OutputNames;

/** Inlines the calls of one module, those in callees before those of them. */
final class Inliner {
  private final CallGraph graph;
  private final int maxOps;
  private final PassContext context;
  private final Map<String, Boolean> recursive = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  Inliner(CallGraph graph, int maxOps, PassContext context) {
    this.graph = graph;
    this.maxOps = maxOps;
    this.context = context;
  }

  void run() {
    for (String caller : graph.calleesFirst()) {
      sizes.put(caller, size(graph.function(caller).orElseThrow()));
      for (CallOp call : graph.callsIn(caller)) {
        Optional<String> reason = obstacle(caller, call);
        if (reason.isPresent()) {
          context.remark(
              remark(Remark.Kind.MISSED, call, "the call of @%s stays: " + reason.get()));
        } else {
          context.remark(remark(Remark.Kind.PASSED, call, "the call of @%s is inlined"));
          inline(call, graph.function(call.callee()).orElseThrow());
          sizes.merge(caller, sizes.get(call.callee()), Long::sum);
          context.count("num-inlined", 1);
        }
      }
    }
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
    if (recursive.computeIfAbsent(call.callee(), graph::isRecursive)) {
      return Optional.of("the function is recursive");
    }
    if (callee.get().entry().last().filter(last -> last.is(ReturnOp.DEF)).isEmpty()) {
      return Optional.of("the function does not end with func.return");
    }
    long size = sizes.get(caller) + sizes.get(call.callee());
    return size > maxOps
        ? Optional.of(
            "the calling function would hold %d operations, more than max-ops=%d"
                .formatted(size, maxOps))
        : Optional.empty();
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
