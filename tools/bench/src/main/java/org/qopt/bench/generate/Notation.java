package org.qopt.bench.generate;

/**
 * How a network is written. A block of it is eight operations: two constants, a convolution of the
 * block's input, its bounds, a sum with the input, a reshape that nothing uses, a pool, and a sum.
 *
 * <p>In the texts {@code $I} is the input of the block, {@code $B} its number, and {@code $0} to
 * {@code $7} are the numbers of its values.
 */
public enum Notation {
  /** MLIR's dialect {@code tosa} in the generic form: any reader takes it. */
  TOSA_GENERIC(
      """
        %$0 = "tosa.const"() <{value = dense<0.0> : tensor<128xf32>}> : () -> tensor<128xf32>
        %$1 = "tosa.const"() <{value = dense<$B.5> : tensor<128x3x3x128xf32>}> : () -> tensor<128x3x3x128xf32>
        %$2 = "tosa.conv2d"($I, %$1, %$0) <{dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>}> {layer_name = "network/backbone/stage/block_$B/convolution"} : (tensor<1x112x112x128xf32>, tensor<128x3x3x128xf32>, tensor<128xf32>) -> tensor<1x112x112x128xf32>
        %$3 = "tosa.clamp"(%$2) <{max_fp = 6.000000e+00 : f32, max_int = 6 : i64, min_fp = 0.000000e+00 : f32, min_int = 0 : i64}> {layer_name = "network/backbone/stage/block_$B/bounds"} : (tensor<1x112x112x128xf32>) -> tensor<1x112x112x128xf32>
        %$4 = "tosa.add"(%$3, $I) {layer_name = "network/backbone/stage/block_$B/residual"} : (tensor<1x112x112x128xf32>, tensor<1x112x112x128xf32>) -> tensor<1x112x112x128xf32>
        %$5 = "tosa.reshape"(%$4) <{new_shape = array<i64: 1, 12544, 128>}> {layer_name = "network/backbone/stage/block_$B/flat"} : (tensor<1x112x112x128xf32>) -> tensor<1x12544x128xf32>
        %$6 = "tosa.max_pool2d"(%$4) <{kernel = array<i64: 3, 3>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>}> {layer_name = "network/backbone/stage/block_$B/pool"} : (tensor<1x112x112x128xf32>) -> tensor<1x112x112x128xf32>
        %$7 = "tosa.add"(%$6, %$4) {layer_name = "network/backbone/stage/block_$B/output"} : (tensor<1x112x112x128xf32>, tensor<1x112x112x128xf32>) -> tensor<1x112x112x128xf32>
      """),
  /** The dialect {@code tosa} as {@code mlir-opt} prints it. */
  TOSA_PRETTY(
      """
        %$0 = "tosa.const"() <{value = dense<0.000000e+00> : tensor<128xf32>}> : () -> tensor<128xf32>
        %$1 = "tosa.const"() <{value = dense<$B.5> : tensor<128x3x3x128xf32>}> : () -> tensor<128x3x3x128xf32>
        %$2 = tosa.conv2d $I, %$1, %$0 {dilation = array<i64: 1, 1>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x112x112x128xf32>, tensor<128x3x3x128xf32>, tensor<128xf32>) -> tensor<1x112x112x128xf32>
        %$3 = tosa.clamp %$2 {max_fp = 6.000000e+00 : f32, max_int = 6 : i64, min_fp = 0.000000e+00 : f32, min_int = 0 : i64} : (tensor<1x112x112x128xf32>) -> tensor<1x112x112x128xf32>
        %$4 = tosa.add %$3, $I : (tensor<1x112x112x128xf32>, tensor<1x112x112x128xf32>) -> tensor<1x112x112x128xf32>
        %$5 = tosa.reshape %$4 {new_shape = array<i64: 1, 12544, 128>} : (tensor<1x112x112x128xf32>) -> tensor<1x12544x128xf32>
        %$6 = tosa.max_pool2d %$4 {kernel = array<i64: 3, 3>, pad = array<i64: 1, 1, 1, 1>, stride = array<i64: 1, 1>} : (tensor<1x112x112x128xf32>) -> tensor<1x112x112x128xf32>
        %$7 = tosa.add %$6, %$4 : (tensor<1x112x112x128xf32>, tensor<1x112x112x128xf32>) -> tensor<1x112x112x128xf32>
      """),
  /** The dialect {@code nn} as {@code qopt} prints it. */
  NN_PRETTY(
      """
        %$0 = nn.constant {value = dense<0.0> : tensor<128xf32>} : tensor<128xf32>
        %$1 = nn.constant {value = dense<$B.5> : tensor<128x3x3x128xf32>} : tensor<128x3x3x128xf32>
        %$2 = nn.conv2d $I, %$1, %$0 {padding = array<i64: 1, 1, 1, 1>} : tensor<1x112x112x128xf32>
        %$3 = nn.clamp %$2 {max = 6.000000e+00 : f32, min = 0.000000e+00 : f32} : tensor<1x112x112x128xf32>
        %$4 = nn.add %$3, $I : tensor<1x112x112x128xf32>
        %$5 = nn.reshape %$4 {shape = array<i64: 1, 12544, 128>} : tensor<1x12544x128xf32>
        %$6 = nn.max_pool2d %$4 {kernel = array<i64: 3, 3>, padding = array<i64: 1, 1, 1, 1>} : tensor<1x112x112x128xf32>
        %$7 = nn.add %$6, %$4 : tensor<1x112x112x128xf32>
      """);

  /** How many operations a block has. */
  static final int OPERATIONS = 8;

  private final String block;

  Notation(String block) {
    this.block = block;
  }

  /** {@return the text of a block, with what stands for its numbers} */
  String block() {
    return block;
  }
}
