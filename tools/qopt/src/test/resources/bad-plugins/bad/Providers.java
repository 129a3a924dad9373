package bad;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;
import org.qopt.pass.NamedPipeline;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassProvider;
import org.qopt.ir.Operation;

/** What cannot be loaded. */
public final class Providers {
  private Providers() {}

  private record Idle(String name) implements Pass {
    @Override
    public PassInfo info() {
      return PassInfo.of(name, "does nothing");
    }

    @Override
    public void run(Operation operation, PassContext context) {}
  }

  /** Whose passes are never named. */
  public static final class EndlessProvider implements PassProvider {
    @Override
    public List<Pass> passes() {
      return Endless.wait("provider");
    }
  }

  /** Cannot be made. */
  public static final class ThrowingConstructor implements PassProvider {
    public ThrowingConstructor() {
      throw new IllegalStateException("no provider today");
    }

    @Override
    public List<Pass> passes() {
      return List.of();
    }
  }

  /** Cannot say which passes it brings. */
  public static final class ThrowingProvider implements PassProvider {
    @Override
    public List<Pass> passes() {
      throw new IllegalStateException("no passes today");
    }
  }

  /** Brings nothing that could be asked. */
  public static final class NoPasses implements PassProvider {
    @Override
    public List<Pass> passes() {
      return null;
    }
  }

  /** Has the name of a pass that is there. */
  public static final class SecondCse implements PassProvider {
    @Override
    public List<Pass> passes() {
      return List.of(new Idle("cse"));
    }
  }

  /** Has the name of a flag. */
  public static final class FlagPass implements PassProvider {
    @Override
    public List<Pass> passes() {
      return List.of(new Idle("legalize"));
    }
  }

  private abstract static class Pipelines implements PassProvider {
    private final List<NamedPipeline> pipelines;

    Pipelines(NamedPipeline... pipelines) {
      this.pipelines = List.of(pipelines);
    }

    @Override
    public List<Pass> passes() {
      return List.of();
    }

    @Override
    public List<NamedPipeline> pipelines() {
      return pipelines;
    }
  }

  /** Names a pass that does not exist. */
  public static final class UnknownPass extends Pipelines {
    public UnknownPass() {
      super(new NamedPipeline("two", "both", "cse,csee"));
    }
  }

  /** Two pipelines that name each other. */
  public static final class Circle extends Pipelines {
    public Circle() {
      super(new NamedPipeline("one", "", "cse,two"), new NamedPipeline("two", "", "one"));
    }
  }

  /** A dialect that cannot say its operations. */
  public static final class ThrowingDialect implements Dialect {
    @Override
    public String name() {
      return "throwing";
    }

    @Override
    public String description() {
      return "Throws.";
    }

    @Override
    public List<OpDef> ops() {
      throw new IllegalStateException("no operations today");
    }
  }

  /** A second dialect nn. */
  public static final class SecondNn implements Dialect {
    @Override
    public String name() {
      return "nn";
    }

    @Override
    public String description() {
      return "Again.";
    }

    @Override
    public List<OpDef> ops() {
      return List.of();
    }
  }
}
