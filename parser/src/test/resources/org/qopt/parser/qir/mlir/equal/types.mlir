#loc = loc("x":1:2)
#map = affine_map<(d0) -> (d0)>
#map1 = affine_map<(d0, d1) -> (d1, d0)>
#map2 = affine_map<(d0, d1)[s0] -> (d0 * 4 + s0 + d1 mod 7)>
"builtin.module"() ({
  %0 = "t.op"() {x = tensor<2xf32, #map>} : () -> tensor<2xf32, #map>
  %1 = "t.op"() {x = tensor<2xf32, #loc>} : () -> tensor<2xf32, #loc>
  %2 = "t.op"() {x = memref<2x3xf32, #map1>} : () -> memref<2x3xf32, #map1>
  %3 = "t.op"() {x = memref<2x3xf32, #map2>} : () -> memref<2x3xf32, #map2>
  %4 = "t.op"() {x = memref<2x3xf32, #map1, 3>} : () -> memref<2x3xf32, #map1, 3>
  %5 = "t.op"() {x = !quant.uniform<i8:f32, 1.000000e+00>} : () -> !quant.uniform<i8:f32, 1.000000e+00>
  %6 = "t.op"() {x = !quant.uniform<i8<-4:3>:f32, 1.000000e+00:1>} : () -> !quant.uniform<i8<-4:3>:f32, 1.000000e+00:1>
  %7 = "t.op"() {x = !quant.uniform<u8:f32:1, {2.000000e+00:1,5.000000e-01}>} : () -> !quant.uniform<u8:f32:1, {2.000000e+00:1,5.000000e-01}>
  %8 = "t.op"() {x = !quant.uniform<u4:f64, 1.000000e-300:3>} : () -> !quant.uniform<u4:f64, 1.000000e-300:3>
  %9 = "t.op"() {x = !quant.uniform<i8:f32, 1.000000e+00>} : () -> !quant.uniform<i8:f32, 1.000000e+00>
}) : () -> ()

// -----
#map = affine_map<(d0, d1) -> (d1, d0)>
#map1 = affine_map<(d0, d1)[s0] -> (d0 * 4 + s0 + d1 mod 7)>
"builtin.module"() ({
  %0 = "t.op"() {x = memref<2x3xf32, #map>} : () -> memref<2x3xf32, #map>
  %1 = "t.op"() {x = memref<2x3xf32, #map1>} : () -> memref<2x3xf32, #map1>
  %2 = "t.op"() {x = memref<2x3xf32, #map, 3>} : () -> memref<2x3xf32, #map, 3>
  %3 = "t.op"() {x = !quant.uniform<i8:f32, 1.000000e+00>} : () -> !quant.uniform<i8:f32, 1.000000e+00>
  %4 = "t.op"() {x = !quant.uniform<i8<-4:3>:f32, 1.000000e+00:1>} : () -> !quant.uniform<i8<-4:3>:f32, 1.000000e+00:1>
  %5 = "t.op"() {x = !quant.uniform<u8:f32:1, {2.000000e+00:1,5.000000e-01}>} : () -> !quant.uniform<u8:f32:1, {2.000000e+00:1,5.000000e-01}>
  %6 = "t.op"() {x = !quant.uniform<u4:f64, 1.000000e-300:3>} : () -> !quant.uniform<u4:f64, 1.000000e-300:3>
  %7 = "t.op"() {x = !quant.uniform<i8:f32, 1.000000e+00>} : () -> !quant.uniform<i8:f32, 1.000000e+00>
  %8 = "t.op"() {x = !quant.uniform<i32:f32, 9.987200e-01>} : () -> !quant.uniform<i32:f32, 9.987200e-01>
  %9 = "t.op"() {x = !quant.uniform<u16:bf16, 1.000000e-01>} : () -> !quant.uniform<u16:bf16, 1.000000e-01>
}) : () -> ()

// -----
#map = affine_map<(d0, d1) -> (d1, d0)>
"builtin.module"() ({
  %0 = "t.op"() {x = memref<2x3xf32, #map, 3>} : () -> memref<2x3xf32, #map, 3>
  %1 = "t.op"() {x = !quant.uniform<i8:f32, 1.000000e+00>} : () -> !quant.uniform<i8:f32, 1.000000e+00>
  %2 = "t.op"() {x = !quant.uniform<i8<-4:3>:f32, 1.000000e+00:1>} : () -> !quant.uniform<i8<-4:3>:f32, 1.000000e+00:1>
  %3 = "t.op"() {x = !quant.uniform<u8:f32:1, {2.000000e+00:1,5.000000e-01}>} : () -> !quant.uniform<u8:f32:1, {2.000000e+00:1,5.000000e-01}>
  %4 = "t.op"() {x = !quant.uniform<u4:f64, 1.000000e-300:3>} : () -> !quant.uniform<u4:f64, 1.000000e-300:3>
  %5 = "t.op"() {x = !quant.uniform<i8:f32, 1.000000e+00>} : () -> !quant.uniform<i8:f32, 1.000000e+00>
  %6 = "t.op"() {x = !quant.uniform<i32:f32, 9.987200e-01>} : () -> !quant.uniform<i32:f32, 9.987200e-01>
  %7 = "t.op"() {x = !quant.uniform<u16:bf16, 1.000000e-01>} : () -> !quant.uniform<u16:bf16, 1.000000e-01>
  %8 = "t.op"() {x = !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>} : () -> !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>
  %9 = "t.op"() {x = !quant.uniform<i5:f32, 1.000000e-01>} : () -> !quant.uniform<i5:f32, 1.000000e-01>
}) : () -> ()

// -----
!test_ui8_ = !test.int<unsigned, 8>
"builtin.module"() ({
  %0 = "t.op"() {x = !quant.uniform<i8<-4:3>:f32, 1.000000e+00:1>} : () -> !quant.uniform<i8<-4:3>:f32, 1.000000e+00:1>
  %1 = "t.op"() {x = !quant.uniform<u8:f32:1, {2.000000e+00:1,5.000000e-01}>} : () -> !quant.uniform<u8:f32:1, {2.000000e+00:1,5.000000e-01}>
  %2 = "t.op"() {x = !quant.uniform<u4:f64, 1.000000e-300:3>} : () -> !quant.uniform<u4:f64, 1.000000e-300:3>
  %3 = "t.op"() {x = !quant.uniform<i8:f32, 1.000000e+00>} : () -> !quant.uniform<i8:f32, 1.000000e+00>
  %4 = "t.op"() {x = !quant.uniform<i32:f32, 9.987200e-01>} : () -> !quant.uniform<i32:f32, 9.987200e-01>
  %5 = "t.op"() {x = !quant.uniform<u16:bf16, 1.000000e-01>} : () -> !quant.uniform<u16:bf16, 1.000000e-01>
  %6 = "t.op"() {x = !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>} : () -> !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>
  %7 = "t.op"() {x = !quant.uniform<i5:f32, 1.000000e-01>} : () -> !quant.uniform<i5:f32, 1.000000e-01>
  %8 = "t.op"() {x = !quant.uniform<i8:f32, 9.9999999999999995E-21>} : () -> !quant.uniform<i8:f32, 9.9999999999999995E-21>
  %9 = "t.op"() {x = !test_ui8_} : () -> !test_ui8_
}) : () -> ()

// -----
!test_ui8_ = !test.int<unsigned, 8>
"builtin.module"() ({
  %0 = "t.op"() {x = !quant.uniform<u4:f64, 1.000000e-300:3>} : () -> !quant.uniform<u4:f64, 1.000000e-300:3>
  %1 = "t.op"() {x = !quant.uniform<i8:f32, 1.000000e+00>} : () -> !quant.uniform<i8:f32, 1.000000e+00>
  %2 = "t.op"() {x = !quant.uniform<i32:f32, 9.987200e-01>} : () -> !quant.uniform<i32:f32, 9.987200e-01>
  %3 = "t.op"() {x = !quant.uniform<u16:bf16, 1.000000e-01>} : () -> !quant.uniform<u16:bf16, 1.000000e-01>
  %4 = "t.op"() {x = !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>} : () -> !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>
  %5 = "t.op"() {x = !quant.uniform<i5:f32, 1.000000e-01>} : () -> !quant.uniform<i5:f32, 1.000000e-01>
  %6 = "t.op"() {x = !quant.uniform<i8:f32, 9.9999999999999995E-21>} : () -> !quant.uniform<i8:f32, 9.9999999999999995E-21>
  %7 = "t.op"() {x = !test_ui8_} : () -> !test_ui8_
}) : () -> ()

// -----
!test_ui8_ = !test.int<unsigned, 8>
"builtin.module"() ({
  %0 = "t.op"() {x = !quant.uniform<i32:f32, 9.987200e-01>} : () -> !quant.uniform<i32:f32, 9.987200e-01>
  %1 = "t.op"() {x = !quant.uniform<u16:bf16, 1.000000e-01>} : () -> !quant.uniform<u16:bf16, 1.000000e-01>
  %2 = "t.op"() {x = !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>} : () -> !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>
  %3 = "t.op"() {x = !quant.uniform<i5:f32, 1.000000e-01>} : () -> !quant.uniform<i5:f32, 1.000000e-01>
  %4 = "t.op"() {x = !quant.uniform<i8:f32, 9.9999999999999995E-21>} : () -> !quant.uniform<i8:f32, 9.9999999999999995E-21>
  %5 = "t.op"() {x = !test_ui8_} : () -> !test_ui8_
}) : () -> ()

// -----
!test_ui8_ = !test.int<unsigned, 8>
"builtin.module"() ({
  %0 = "t.op"() {x = !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>} : () -> !quant.uniform<i4:f16:0, {1.000000e+00,2.000000e+00:-3}>
  %1 = "t.op"() {x = !quant.uniform<i5:f32, 1.000000e-01>} : () -> !quant.uniform<i5:f32, 1.000000e-01>
  %2 = "t.op"() {x = !quant.uniform<i8:f32, 9.9999999999999995E-21>} : () -> !quant.uniform<i8:f32, 9.9999999999999995E-21>
  %3 = "t.op"() {x = !test_ui8_} : () -> !test_ui8_
}) : () -> ()

// -----
!test_ui8_ = !test.int<unsigned, 8>
"builtin.module"() ({
  %0 = "t.op"() {x = !quant.uniform<i8:f32, 9.9999999999999995E-21>} : () -> !quant.uniform<i8:f32, 9.9999999999999995E-21>
  %1 = "t.op"() {x = !test_ui8_} : () -> !test_ui8_
}) : () -> ()

