package org.qopt.ir.print;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qopt.ir.Block;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.Value;
import org.qopt.ir.op.Traits;

/**
 * The names of values and blocks in a text, as MLIR gives them: {@code %arg0} for arguments of
 * entry blocks, {@code %cst}, {@code %cst_0} where an operation's definition has a name for its
 * results, else numbers that, but in the generic form, start anew in each region that is isolated
 * from above.
 */
public final class SsaNames {
  private static final String UNKNOWN = "<<UNKNOWN SSA VALUE>>";

  private final boolean plain;
  private final Map<Value, String> values = new IdentityHashMap<>();
  private final Map<Block, String> blocks = new IdentityHashMap<>();
  private final Set<Block> targets = new HashSet<>();

  private SsaNames(boolean plain) {
    this.plain = plain;
  }

  /** {@return the names of all that {@code root} computes and holds, as in the pretty form} */
  public static SsaNames of(Operation root) {
    return of(root, false);
  }

  static SsaNames of(Operation root, boolean plain) {
    SsaNames names = new SsaNames(plain);
    Scope scope = new Scope();
    names.nameResults(root, scope);
    names.nameRegions(root, scope);
    return names;
  }

  /** {@return how a use of {@code value} is written: {@code %0}, {@code %0#1}} */
  public String of(Value value) {
    return values.getOrDefault(value, UNKNOWN);
  }

  /** {@return how the results of {@code operation}, at least one, are written: {@code %0:2}} */
  String results(Operation operation) {
    String first = of(operation.results().getFirst());
    int count = operation.results().size();
    int hash = first.lastIndexOf('#');
    return count == 1 || hash < 0 ? first : first.substring(0, hash) + ":" + count;
  }

  /** {@return how {@code block} is written: {@code ^bb0}} */
  String of(Block block) {
    return blocks.getOrDefault(block, "^<<UNKNOWN BLOCK>>");
  }

  /** {@return whether control passes to {@code block} from another} */
  boolean isTarget(Block block) {
    return targets.contains(block);
  }

  private void nameRegions(Operation operation, Scope outer) {
    for (Region region : operation.regions()) {
      // Who reads the generic form need not know what is isolated, so names do not start anew
      // there.
      boolean anew = !plain && operation.has(Traits.ISOLATED_FROM_ABOVE);
      Scope scope = anew ? new Scope() : new Scope(outer);
      nameRegion(region, scope);
      for (Block block : region.blocks()) {
        for (Operation inner : block) {
          if (!inner.regions().isEmpty()) {
            nameRegions(inner, scope);
          }
        }
      }
    }
  }

  private void nameRegion(Region region, Scope scope) {
    int index = 0;
    for (Block block : region.blocks()) {
      blocks.put(block, "^bb" + index);
      for (BlockArgument argument : block.arguments()) {
        values.put(argument, index == 0 ? "%arg" + scope.nextArgument++ : "%" + scope.nextNumber++);
      }
      for (Operation operation : block) {
        targets.addAll(operation.successors());
        nameResults(operation, scope);
      }
      index++;
    }
  }

  private void nameResults(Operation operation, Scope scope) {
    List<OpResult> results = operation.results();
    if (results.isEmpty()) {
      return;
    }
    String prefix = plain ? "" : operation.def().map(def -> def.resultName()).orElse("");
    String base = prefix.isEmpty() ? "%" + scope.nextNumber++ : "%" + scope.unique(prefix);
    if (results.size() == 1) {
      values.put(results.getFirst(), base);
      return;
    }
    for (OpResult result : results) {
      values.put(result, base + "#" + result.index());
    }
  }

  /** The counters at a place; a nested region goes on from those around it. */
  private static final class Scope {
    private int nextNumber;
    private int nextArgument;
    private int nextConflict;
    private final Set<String> used;

    private Scope() {
      used = new HashSet<>();
    }

    private Scope(Scope outer) {
      nextNumber = outer.nextNumber;
      nextArgument = outer.nextArgument;
      nextConflict = outer.nextConflict;
      used = outer.used.isEmpty() ? new HashSet<>() : new HashSet<>(outer.used);
    }

    private String unique(String prefix) {
      String name = prefix;
      while (!used.add(name)) {
        name = prefix + "_" + nextConflict++;
      }
      return name;
    }
  }
}
