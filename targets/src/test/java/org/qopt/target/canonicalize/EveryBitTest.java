package org.qopt.target.canonicalize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.pass.Pass;
import org.qopt.rewrite.PatternSet;
import org.qopt.target.cpu.canonicalize.CanonicalizeCpuPass;
import org.qopt.target.cpu.legalize.LegalizeToCpuPass;
import org.qopt.target.dsp.canonicalize.CanonicalizeDspPass;
import org.qopt.target.dsp.legalize.LegalizeToDspPass;
import org.qopt.target.tpu.canonicalize.CanonicalizeTpuPass;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.dialect.TpuDialect;
import org.qopt.target.tpu.legalize.LegalizeToTpuPass;

/** No pattern of a target's canonicalization changes a bit, and none is there without a proof. */
class EveryBitTest {
  /** What is proved of one target. */
  private record Room(PatternSet patterns, Pass legalize, List<BitProof> proofs) {}

  private static final ImmutableMap<String, Room> ROOMS =
      ImmutableMap.of(
          "cpu",
          new Room(CanonicalizeCpuPass.patterns(), new LegalizeToCpuPass(), CpuProofs.all()),
          "tpu",
          new Room(CanonicalizeTpuPass.patterns(), new LegalizeToTpuPass(), TpuProofs.all()),
          "dsp",
          new Room(CanonicalizeDspPass.patterns(), new LegalizeToDspPass(), DspProofs.all()));

  static Stream<Arguments> proofs() {
    return ROOMS.keySet().stream()
        .flatMap(room -> ROOMS.get(room).proofs().stream().map(p -> Arguments.of(room, p)));
  }

  static Set<String> rooms() {
    return ROOMS.keySet();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("proofs")
  void noBitChanges(String room, BitProof proof) {
    proof.check(ROOMS.get(room).patterns(), ROOMS.get(room).legalize());
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void everyPatternHasAProofForEveryOperationThatItAppliesTo(String room) {
    assertEquals(
        BitProof.needed(ROOMS.get(room).patterns()),
        ROOMS.get(room).proofs().stream().map(BitProof::key).distinct().sorted().toList());
  }

  @Test
  void everyOperationThatCutsItsResultHasAProofOfFoldClamp() {
    assertEquals(
        new TpuDialect()
            .ops().stream()
                .filter(def -> def.declares(TpuAttributes.CLAMP))
                .map(def -> def.name())
                .collect(Collectors.toSet()),
        TpuProofs.all().stream()
            .filter(proof -> proof.pattern().equals("FoldClamp"))
            .map(BitProof::producer)
            .collect(Collectors.toSet()));
  }
}
