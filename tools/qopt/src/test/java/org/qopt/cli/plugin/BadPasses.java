package org.qopt.cli.plugin;

import java.util.List;
import java.util.function.Consumer;
import org.qopt.ir.Operation;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassProvider;

/** Brings a pass that throws and one that leaves what is invalid. */
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

  @Override
  public List<Pass> passes() {
    return List.of(
        new Bad(
            "bad-throws",
            _ -> {
              throw new NoClassDefFoundError("org/example/Gone");
            }),
        new Bad("bad-types", module -> module.walk(BadPasses::widen)));
  }

  private static void widen(Operation operation) {
    if (operation.name().equals("nn.relu")) {
      operation.result().setType(TensorType.of(FloatType.F32, 7));
    }
  }
}
