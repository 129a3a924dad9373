package org.qopt.ir.print;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  private static final byte[] UNKNOWN = utf8("<<UNKNOWN SSA VALUE>>");

  private final boolean plain;
  // Bytes, because the text that they go to is made of bytes.
  private final Map<Value, byte[]> values;
  private final Map<Block, String> blocks = new IdentityHashMap<>();
  private final Set<Block> targets = new HashSet<>();

  private SsaNames(boolean plain, int results) {
    this.plain = plain;
    values = new IdentityHashMap<>(results);
  }

  /** {@return the names of all that {@code root} computes and holds, as in the pretty form} */
  public static SsaNames of(Operation root) {
    return of(root, false);
  }

  static SsaNames of(Operation root, boolean plain) {
    SsaNames names = new SsaNames(plain, resultsIn(root));
    Scope scope = new Scope();
    names.nameResults(root, scope);
    names.nameRegions(root, scope);
    return names;
  }

  // How much room the names need: a table that grows is filled several times.
  private static int resultsIn(Operation root) {
    int count = root.results().size();
    for (Region region : root.regions()) {
      for (Block block : region.blocks()) {
        for (Operation inner : block) {
          count += inner.regions().isEmpty() ? inner.results().size() : resultsIn(inner);
        }
      }
    }
    return count;
  }

  /** {@return how a use of {@code value} is written: {@code %0}, {@code %0#1}} */
  public String of(Value value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /** {@return the same as UTF-8} */
  byte[] bytes(Value value) {
    return values.getOrDefault(value, UNKNOWN);
  }

  /** {@return how the results of {@code operation}, at least one, are written: {@code %0:2}} */
  byte[] results(Operation operation) {
    int count = operation.results().size();
    if (count == 1) {
      return bytes(operation.results().getFirst());
    }
    String first = of(operation.results().getFirst());
    int hash = first.lastIndexOf('#');
    return utf8(hash < 0 ? first : first.substring(0, hash) + ":" + count);
  }

  private static byte[] utf8(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
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
      for (Operation inner : nameRegion(region, scope)) {
        nameRegions(inner, scope);
      }
    }
  }

  // The operations with regions are left to be named.
  private List<Operation> nameRegion(Region region, Scope scope) {
    List<Operation> left = new ArrayList<>(0);
    int index = 0;
    for (Block block : region.blocks()) {
      blocks.put(block, "^bb" + index);
      for (BlockArgument argument : block.arguments()) {
        values.put(
            argument,
            index == 0 ? utf8("%arg" + scope.nextArgument++) : number(scope.nextNumber++));
      }
      for (Operation operation : block) {
        targets.addAll(operation.successors());
        nameResults(operation, scope);
        if (!operation.regions().isEmpty()) {
          left.add(operation);
        }
      }
      index++;
    }
    return left;
  }

  private void nameResults(Operation operation, Scope scope) {
    List<OpResult> results = operation.results();
    if (results.isEmpty()) {
      return;
    }
    String prefix = plain ? "" : operation.def().map(def -> def.resultName()).orElse("");
    byte[] base = prefix.isEmpty() ? number(scope.nextNumber++) : utf8("%" + scope.unique(prefix));
    if (results.size() == 1) {
      values.put(results.getFirst(), base);
      return;
    }
    String name = new String(base, StandardCharsets.UTF_8);
    for (OpResult result : results) {
      values.put(result, utf8(name + "#" + result.index()));
    }
  }

  private static byte[] number(int number) {
    int digits = 1;
    for (int rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    byte[] name = new byte[digits + 1];
    name[0] = '%';
    int rest = number;
    for (int i = digits; i > 0; i--) {
      name[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return name;
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
