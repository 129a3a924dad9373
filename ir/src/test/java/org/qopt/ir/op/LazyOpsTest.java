package org.qopt.ir.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.nn.NnDialect;
import org.qopt.dialect.nn.ReluOp;

class LazyOpsTest {
  @Test
  void onlyWhatIsAskedForIsDefined() {
    AtomicInteger defined = new AtomicInteger();
    LazyOps ops =
        LazyOps.builder()
            .op("test.one", () -> ReluOp.DEF)
            .op(
                "test.two",
                () -> {
                  defined.incrementAndGet();
                  return ReluOp.DEF;
                })
            .build();
    assertSame(ReluOp.DEF, ops.find("test.one").orElseThrow());
    assertTrue(ops.find("test.three").isEmpty());
    assertEquals(0, defined.get());
    assertEquals(List.of(ReluOp.DEF, ReluOp.DEF), ops.all());
  }

  @Test
  void theTableNamesOperationsAsTheyNameThemselves() {
    NnDialect nn = new NnDialect();
    for (OpDef op : nn.ops()) {
      assertSame(op, nn.op(op.name()).orElseThrow());
    }
  }
}
