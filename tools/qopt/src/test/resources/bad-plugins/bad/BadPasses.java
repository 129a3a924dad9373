package bad;

import java.util.List;
import java.util.function.Consumer;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassProvider;
import org.qopt.rewrite.GreedyRewriter;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.PatternSet;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/** Passes that fail in every way that a pass may. */
public final class BadPasses implements PassProvider {
  private record Bad(String name, Consumer<Operation> work) implements Pass {
    @Override
    public PassInfo info() {
      return PassInfo.of(name, "does harm");
    }

    @Override
    public void run(Operation operation, PassContext context) {
      work.accept(operation);
    }
  }

  private record BadPattern() implements RewritePattern {
    @Override
    public List<OpDef> roots() {
      return List.of();
    }

    @Override
    public PatternResult apply(Operation root, Rewriter rewriter) {
      throw new IllegalStateException("no pattern today");
    }
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        new Bad(
            "bad-throws",
            _ -> {
              throw new IllegalStateException("no pass today");
            }),
        new Bad("bad-gone", _ -> new Gone()),
        new Bad(
            "bad-error",
            _ -> {
              throw new Error("no pass today");
            }),
        new Bad("bad-types", module -> module.walk(BadPasses::widen)),
        new Bad(
            "bad-pattern",
            module -> GreedyRewriter.of(PatternSet.of(new BadPattern())).rewrite(module)));
  }

  private static void widen(Operation operation) {
    if (operation.name().equals("nn.relu")) {
      operation.result().setType(TensorType.of(FloatType.F32, 7));
    }
  }
}
