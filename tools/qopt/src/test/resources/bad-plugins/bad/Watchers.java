package bad;

import java.util.List;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassInstrumentationProvider;
import org.qopt.pass.PassRun;

/** Instrumentations, of which the first does no harm. */
public final class Watchers {
  private Watchers() {}

  /** Leaves the name of the last pass in the program. */
  public static final class Signing implements PassInstrumentationProvider {
    @Override
    public List<PassInstrumentation> instrumentations() {
      return List.of(
          new PassInstrumentation() {
            @Override
            public void afterPass(PassRun run) {
              run.operation().setAttribute("last", new StringAttr(run.pass().info().name()));
            }
          });
    }
  }

  /** Throws. */
  public static final class Throwing implements PassInstrumentationProvider {
    @Override
    public List<PassInstrumentation> instrumentations() {
      return List.of(
          new PassInstrumentation() {
            @Override
            public void beforePass(PassRun run) {
              throw new IllegalStateException("no watching today");
            }
          });
    }
  }
}
