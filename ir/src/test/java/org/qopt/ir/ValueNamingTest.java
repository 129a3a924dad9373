package org.qopt.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.ir.interpret.OpRunner;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;

/** What the values of a function are called. */
class ValueNamingTest {
  private static FuncOp chain(Location... locations) {
    FuncOp f = OpRunner.newFunction(List.of(TensorType.of(FloatType.F32, 1)));
    Value value = f.arguments().getFirst();
    for (Location location : locations) {
      value = ReluOp.create(OpRunner.builder(f), location, value).operation().result();
    }
    return OpRunner.finish(f, List.of(value));
  }

  private static List<String> names(FuncOp f) {
    return new ArrayList<>(ValueNaming.of(f).names().values());
  }

  @Test
  void aValueHasTheNameOfItsLocationAndWithoutOneANumber() {
    FuncOp f = chain(NameLocation.of("a"), UnknownLocation.UNKNOWN);
    assertEquals(List.of("f/%0", "a", "f/%2"), names(f));
    ValueNaming naming = ValueNaming.of(f);
    Value second = f.returnOp().operand(0);
    assertEquals("f/%2", naming.name(second));
    assertEquals(Optional.of(second), naming.value("f/%2"));
    assertEquals(Optional.empty(), naming.value("b"));
  }

  @Test
  void laterValuesOfOneNameAreCounted() {
    Location a = NameLocation.of("a");
    assertEquals(List.of("f/%0", "a", "a#2", "a#3"), names(chain(a, a, a)));
  }

  @Test
  void aCountedNameGivesWayToOneThatIsTaken() {
    Location a = NameLocation.of("a");
    assertEquals(List.of("f/%0", "a", "a#2", "a#3"), names(chain(a, NameLocation.of("a#2"), a)));
  }

  @Test
  void aValueOfAnotherFunctionHasNoName() {
    FuncOp other = chain();
    assertThrows(
        IllegalArgumentException.class,
        () -> ValueNaming.of(chain()).name(other.arguments().getFirst()));
  }
}
