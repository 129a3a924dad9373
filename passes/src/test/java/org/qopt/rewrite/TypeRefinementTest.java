package org.qopt.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.ir.type.UnrankedTensorType;

final class TypeRefinementTest {
  @Test
  void knownDimensionsOfBothCount() {
    assertEquals(
        Optional.of(TensorType.of(FloatType.F32, 1, 2, Shape.DYNAMIC)),
        TypeRefinement.of(
            TensorType.of(FloatType.F32, 1, Shape.DYNAMIC, Shape.DYNAMIC),
            TensorType.of(FloatType.F32, Shape.DYNAMIC, 2, Shape.DYNAMIC)));
  }

  @Test
  void contradictionsAreFound() {
    Type two = TensorType.of(FloatType.F32, 2);
    assertEquals(Optional.empty(), TypeRefinement.of(two, TensorType.of(FloatType.F32, 3)));
    assertEquals(Optional.empty(), TypeRefinement.of(two, TensorType.of(FloatType.F32, 2, 1)));
    assertEquals(Optional.empty(), TypeRefinement.of(two, TensorType.of(IntegerType.I8, 2)));
    assertEquals(Optional.empty(), TypeRefinement.of(two, FloatType.F32));
    assertEquals(Optional.empty(), TypeRefinement.of(two, new UnrankedTensorType(IntegerType.I8)));
  }

  @Property
  void orderDoesNotMatter(@ForAll("types") Type a, @ForAll("types") Type b) {
    assertEquals(TypeRefinement.of(a, b), TypeRefinement.of(b, a));
  }

  @Property
  void whatIsKnownAlreadyAddsNothing(@ForAll("types") Type a, @ForAll("types") Type b) {
    Optional<Type> both = TypeRefinement.of(a, b);
    assertEquals(both, both.flatMap(type -> TypeRefinement.of(type, a)));
  }

  @Provide
  Arbitrary<Type> types() {
    Arbitrary<Type> ranked =
        Arbitraries.of(1L, 2L, Shape.DYNAMIC)
            .list()
            .ofMaxSize(3)
            .map(
                dims ->
                    TensorType.of(
                        FloatType.F32, dims.stream().mapToLong(Long::longValue).toArray()));
    return Arbitraries.oneOf(
        ranked, Arbitraries.of(new UnrankedTensorType(FloatType.F32), FloatType.F32));
  }
}
