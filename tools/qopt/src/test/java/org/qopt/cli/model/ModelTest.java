package org.qopt.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Dialects;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;

class ModelTest {
  @Test
  void whatIsReturnedTwiceHasTwoNames() {
    Model model =
        Model.of(
            QirReader.read(
                    """
                    func.func @main(%x: tensor<2xf32>)
                        -> (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) {
                      %y = nn.relu %x : tensor<2xf32> loc("y")
                      return %y, %x, %y : tensor<2xf32>, tensor<2xf32>, tensor<2xf32>
                    }
                    """,
                    "test.qir", Dialects.load(), ReadOptions.STRICT)
                .module());
    assertEquals(List.of("y", "main/%0", "y#2"), model.outputNames());
    assertEquals(List.of("y", "main/%0", "y#2"), model.arrayNames(true));
  }
}
