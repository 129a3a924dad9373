// What a program that is only read and written may hold: see plain.aot in tools/bin/common.sh.
#map = affine_map<(d0)[s0] -> (d0 * 2 + s0)>
!pair = tuple<i32, f32>
#loc3 = loc("model")
func.func private @plain(%x: tensor<1x4x4x1xf32> loc("image")) -> tensor<1x4x4x2xf32> {
  %w = nn.constant {value = dense<[[[[0.5]]], [[[-0.25]]]]> : tensor<2x1x1x1xf32>} : tensor<2x1x1x1xf32>
  %b = nn.constant {value = dense<[0.1, 0.2]> : tensor<2xf32>} : tensor<2xf32>
  %0 = nn.conv2d %x, %w, %b {activation = "relu", strides = array<i64: 1, 1>} : tensor<1x4x4x2xf32> loc("conv")
  %1 = nn.relu %0 : tensor<1x4x4x2xf32> loc(fused["relu", "conv"])
  %2 = nn.add %1, %1 : tensor<1x4x4x2xf32>
  return %2 : tensor<1x4x4x2xf32>
}
"func.func"() <{function_type = (tensor<?x4xf32>, i1) -> tensor<?x4xf32>, sym_name = "generic"}> ({
^bb0(%x: tensor<?x4xf32>, %c: i1):
  %0 = "other.constant"() <{value = dense<0.0> : tensor<4xf32>}> : () -> tensor<4xf32>
  %1 = "other.conv"(%x, %0) <{dilation = array<i64: 1, 1>, pad = array<i32: 1, -1>, flags = array<i1: true>, scale = array<f32: 0.5>}> : (tensor<?x4xf32>, tensor<4xf32>) -> tensor<?x4xf32>
  %2:2 = "other.clamp"(%1) <{max = 6.000000e+00 : f32, min = 0 : i64, on, off = false, list = [1, "two"], inner = {a = @plain, b = @a::@b}}> {map = #map, memory = memref<4xf32, strided<[1], offset: ?>, 1 : i32>, type = !pair, opaque = #other.attr<x>} : (tensor<?x4xf32>) -> (tensor<?x4xf32>, index)
  %3 = "other.bytes"() {value = dense<"0x01020304"> : tensor<4xi8>, more = dense<[1, 2]> : vector<2xi32>} : () -> !other.type<4>
  "other.region"(%3) ({
  ^bb1(%y: i32):
    "other.yield"(%y) : (i32) -> ()
  }) : (!other.type<4>) -> ()
  "other.branch"(%c)[^bb2, ^bb3] : (i1) -> ()
^bb2:
  "func.return"(%2#0) : (tensor<?x4xf32>) -> ()
^bb3:
  "func.return"(%x) : (tensor<?x4xf32>) -> () loc(#loc3)
}) : () -> () loc("file.py":1:2)
