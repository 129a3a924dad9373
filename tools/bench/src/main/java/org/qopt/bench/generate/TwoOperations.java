package org.qopt.bench.generate;

import java.io.IOException;
import java.io.Writer;

/**
 * The smallest program worth reading.
 *
 * @param generic whether its operations stand in the generic form, which others read too
 */
public record TwoOperations(boolean generic) implements Generator {
  private static final String GENERIC =
      """
      func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
        %0 = "nn.relu"(%x) : (tensor<1x4xf32>) -> tensor<1x4xf32>
        %1 = "nn.add"(%0, %x) : (tensor<1x4xf32>, tensor<1x4xf32>) -> tensor<1x4xf32>
        return %1 : tensor<1x4xf32>
      }
      """;
  private static final String PRETTY =
      """
      func.func @main(%x: tensor<1x4xf32>) -> tensor<1x4xf32> {
        %0 = nn.relu %x : tensor<1x4xf32>
        %1 = nn.add %0, %x : tensor<1x4xf32>
        return %1 : tensor<1x4xf32>
      }
      """;

  @Override
  public void write(Writer out) throws IOException {
    out.write(generic ? GENERIC : PRETTY);
  }
}
