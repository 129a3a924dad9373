package org.qopt.cli.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.ValueRange;

class CalibrationJsonProperties {
  @Provide
  Arbitrary<Map<String, ValueRange>> ranges() {
    Arbitrary<Float> ends = Arbitraries.floats();
    Arbitrary<ValueRange> range =
        Combinators.combine(ends, ends)
            .as((a, b) -> new ValueRange(Math.min(a, b), Math.max(a, b)));
    // Any text may name a value: quotes, control characters, letters of any alphabet.
    return Arbitraries.maps(Arbitraries.strings().ofMaxLength(12), range).ofMaxSize(8);
  }

  @Property
  void readingUndoesWriting(
      @ForAll("ranges") Map<String, ValueRange> ranges,
      @ForAll @LongRange(min = 0) long samples,
      @ForAll String method) {
    CalibrationTable table = CalibrationTable.of(ranges, samples, method);
    assertEquals(table, new CalibrationReader("c.json").read(CalibrationJson.write(table)));
  }
}
