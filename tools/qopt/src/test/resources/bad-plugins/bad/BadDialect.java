package bad;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.OpDefBuilder;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.DialectType;

/** A dialect whose operations fail in every way that an operation may. */
public final class BadDialect implements Dialect {
  private static final TypeConstraint ANY = new TypeConstraint("any type", _ -> true);
  private static final TypeConstraint FAILS =
      new TypeConstraint(
          "any type",
          _ -> {
            throw new IllegalStateException("no type today");
          });

  private static OpDefBuilder define(String mnemonic) {
    return OpDef.named("bad." + mnemonic).summary("fails").operand("x", ANY);
  }

  private static <T> T fail(String what) {
    throw new IllegalStateException("no " + what + " today");
  }

  private static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  @Override
  public String name() {
    return "bad";
  }

  @Override
  public String description() {
    return "Fails.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(
        define("clause").result("y", ANY).clause("fails", _ -> fail("clause")).build(),
        define("deep_clause")
            .result("y", ANY)
            .clause("fails", _ -> Optional.of("" + deeper(0)))
            .build(),
        define("gone_clause")
            .result("y", ANY)
            .clause("fails", _ -> Optional.of(new Gone().toString()))
            .build(),
        define("endless_clause")
            .result("y", ANY)
            .clause("does not end", _ -> Endless.wait("clause"))
            .build(),
        define("endless_kernel")
            .result("y", ANY)
            .kernel(_ -> _ -> Endless.wait("kernel"))
            .build(),
        define("exit").result("y", ANY).clause("ends all", _ -> Endless.exit()).build(),
        define("constraint").result("y", FAILS).build(),
        define("inference").result("y", ANY).infer(_ -> fail("inference")).build(),
        define("prepare").result("y", ANY).kernel(_ -> fail("kernel")).build(),
        define("kernel").result("y", ANY).kernel(_ -> _ -> fail("result")).build(),
        define("count").result("y", ANY).kernel(_ -> _ -> List.of()).build(),
        define("none").result("y", ANY).kernel(_ -> _ -> null).build());
  }

  @Override
  public Optional<DialectType> parseType(String body) {
    return fail("type named " + body);
  }
}
