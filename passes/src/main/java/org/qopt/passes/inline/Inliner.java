package org.qopt.passes.inline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

/**
 * Inlines the calls of a module as the pass says, those in callees before those of them. Of
 * functions that reach each other, all are looked at together.
 */
final class Inliner {
  /** A call to look at, and which call it was copied from, if it came with a body. */
  private record Site(FuncOp caller, CallOp call, Optional<Origin> origin) {}

  /** That {@code callee} was inlined, in the place of a call that itself came from elsewhere. */
  private record Origin(FuncOp callee, Optional<Origin> before) {
    boolean includes(FuncOp function) {
      Optional<Origin> origin = Optional.of(this);
      while (origin.isPresent() && !origin.get().callee.equals(function)) {
        origin = origin.get().before;
      }
      return origin.isPresent();
    }
  }

  // A function without its operation and its end, in the place of a call.
  private static final int NOT_COPIED = 3;

  private final CallGraph graph;
  private final InlinePass pass;
  private final PassContext context;
  private final SymbolUses uses;
  private final Set<FuncOp> gone = new LinkedHashSet<>();
  private final Map<FuncOp, Long> sizes = new HashMap<>();
  private final Map<FuncOp, Optional<String>> uncopied = new HashMap<>();

  Inliner(CallGraph graph, SymbolUses uses, InlinePass pass, PassContext context) {
    this.graph = graph;
    this.uses = uses;
    this.pass = pass;
    this.context = context;
  }

  void run() {
    for (List<FuncOp> component : Components.of(graph)) {
      List<FuncOp> left = new ArrayList<>(component);
      left.removeAll(gone);
      int round = 0;
      boolean changed;
      do {
        simplify(left);
        changed = inlineCalls(left, round == 0);
        left.removeAll(gone);
        round++;
      } while (changed && round < pass.maxIterations());
    }
    gone.forEach(function -> function.operation().erase());
  }

  private void simplify(List<FuncOp> functions) {
    for (FuncOp function : functions) {
      Pipeline pipeline =
          pass.opPipelines().stream()
              .filter(one -> one.anchor().opName().equals(Optional.of(function.operation().name())))
              .findFirst()
              .orElse(pass.defaultPipeline());
      if (!pipeline.stages().isEmpty()) {
        context.run(pipeline, function.operation());
        uses.recount(function);
        sizes.remove(function);
        uncopied.remove(function);
      }
    }
  }

  // Later rounds would repeat what the first one said of calls that stay.
  private boolean inlineCalls(List<FuncOp> functions, boolean firstRound) {
    Deque<Site> sites = new ArrayDeque<>();
    for (FuncOp function : functions) {
      if (uses.isDead(function)) {
        gone.add(function);
      } else {
        CallGraph.callsIn(function)
            .forEach(call -> sites.add(new Site(function, call, Optional.empty())));
      }
    }
    boolean changed = false;
    while (!sites.isEmpty()) {
      Site site = sites.remove();
      if (gone.contains(site.caller())) {
        continue;
      }
      Optional<FuncOp> callee = graph.callee(site.caller(), site.call());
      Optional<String> reason =
          callee.isPresent()
              ? obstacle(site, callee.get())
              : Optional.of("the function has no body here");
      if (reason.isEmpty()) {
        sites.addAll(inline(site, callee.get()));
        changed = true;
      } else if (firstRound && site.origin().isEmpty()) {
        context.remark(
            remark(Remark.Kind.MISSED, site.call(), "the call of @%s stays: " + reason.get()));
      }
    }
    return changed;
  }

  private static Remark remark(Remark.Kind kind, CallOp call, String text) {
    return Remark.of(
        kind, InlinePass.NAME, "", call.operation(), text.replace("%s", call.callee()));
  }

  // As in MLIR, what a function calls is what it called at first.
  private Optional<String> obstacle(Site site, FuncOp callee) {
    FuncOp caller = site.caller();
    if (site.origin().filter(origin -> origin.includes(callee)).isPresent()) {
      return Optional.of("it comes from inlining that function");
    }
    if (callee.equals(caller) || graph.callees(callee).contains(callee)) {
      return Optional.of("the function calls itself");
    }
    if (callee.operation().region(0).blocks().size() > 1) {
      return Optional.of("the function has several blocks");
    }
    if (callee.entry().last().filter(last -> last.is(ReturnOp.DEF)).isEmpty()) {
      return Optional.of("the function does not end with func.return");
    }
    Optional<String> name = uncopied.computeIfAbsent(callee, Inliner::uncopiedIn);
    return name.isPresent()
        ? Optional.of("it holds '" + name.get() + "', which is not copied")
        : tooLarge(sizeOf(caller), sizeOf(callee));
  }

  private Optional<String> tooLarge(long caller, long callee) {
    long together = caller + callee - NOT_COPIED;
    if (together > pass.maxOps()) {
      return Optional.of(
          "the calling function would hold %d operations, more than max-ops=%d"
              .formatted(together, pass.maxOps()));
    }
    // As in MLIR, the functions themselves do not count, and 0 keeps all calls.
    long percent = (callee - 1) * 100 / (caller - 1);
    return pass.inliningThreshold()
        .filter(threshold -> threshold == 0 || percent > threshold)
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

  private long sizeOf(FuncOp function) {
    return sizes.computeIfAbsent(function, Inliner::size);
  }

  private static long size(FuncOp function) {
    long[] count = {0};
    function.operation().walk(_ -> count[0]++);
    return count[0];
  }

  // Returns the calls that came with the body.
  private List<Site> inline(Site site, FuncOp callee) {
    FuncOp caller = site.caller();
    context.remark(remark(Remark.Kind.PASSED, site.call(), "the call of @%s is inlined"));
    context.count("num-inlined", 1);
    sizes.put(caller, sizeOf(caller) + sizeOf(callee) - NOT_COPIED);
    if (uses.inlined(caller, site.call(), callee)) {
      gone.add(callee);
    }
    Optional<Origin> origin = Optional.of(new Origin(callee, site.origin()));
    return CallGraph.calls(copy(site.call(), callee)).stream()
        .map(call -> new Site(caller, call, origin))
        .toList();
  }

  private static List<Operation> copy(CallOp call, FuncOp callee) {
    Operation site = call.operation();
    Cloner cloner = new Cloner();
    for (int i = 0; i < site.operandCount(); i++) {
      cloner.map(callee.arguments().get(i), site.operand(i));
    }
    Operation end = callee.returnOp();
    OpBuilder builder = OpBuilder.before(site);
    List<Operation> copies = new ArrayList<>();
    for (Operation operation : callee.entry()) {
      if (operation != end) {
        copies.add(builder.insert(cloner.copy(operation)));
      }
    }
    List<Value> values = end.operands().stream().map(cloner::lookup).toList();
    for (int i = 0; i < values.size(); i++) {
      keepName(site.result(i), values.get(i), cloner, end.operand(i));
    }
    site.replaceAllUsesWith(values);
    site.erase();
    return copies;
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
