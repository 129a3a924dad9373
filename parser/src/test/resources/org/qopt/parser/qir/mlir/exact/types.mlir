"builtin.module"() ({
  %0 = "t.op"() {x = i1} : () -> i1
  %1 = "t.op"() {x = i8} : () -> i8
  %2 = "t.op"() {x = si8} : () -> si8
  %3 = "t.op"() {x = ui8} : () -> ui8
  %4 = "t.op"() {x = i17} : () -> i17
  %5 = "t.op"() {x = si33} : () -> si33
  %6 = "t.op"() {x = ui64} : () -> ui64
  %7 = "t.op"() {x = i128} : () -> i128
  %8 = "t.op"() {x = i1000} : () -> i1000
  %9 = "t.op"() {x = i0} : () -> i0
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = si0} : () -> si0
  %1 = "t.op"() {x = ui0} : () -> ui0
  %2 = "t.op"() {x = i16777215} : () -> i16777215
  %3 = "t.op"() {x = index} : () -> index
  %4 = "t.op"() {x = none} : () -> none
  %5 = "t.op"() {x = f16} : () -> f16
  %6 = "t.op"() {x = bf16} : () -> bf16
  %7 = "t.op"() {x = tf32} : () -> tf32
  %8 = "t.op"() {x = f32} : () -> f32
  %9 = "t.op"() {x = f64} : () -> f64
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = f80} : () -> f80
  %1 = "t.op"() {x = f128} : () -> f128
  %2 = "t.op"() {x = f8E5M2} : () -> f8E5M2
  %3 = "t.op"() {x = f8E4M3} : () -> f8E4M3
  %4 = "t.op"() {x = f8E4M3FN} : () -> f8E4M3FN
  %5 = "t.op"() {x = f8E5M2FNUZ} : () -> f8E5M2FNUZ
  %6 = "t.op"() {x = f8E4M3FNUZ} : () -> f8E4M3FNUZ
  %7 = "t.op"() {x = f8E4M3B11FNUZ} : () -> f8E4M3B11FNUZ
  %8 = "t.op"() {x = complex<f32>} : () -> complex<f32>
  %9 = "t.op"() {x = complex<i32>} : () -> complex<i32>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = tuple<>} : () -> tuple<>
  %1 = "t.op"() {x = tuple<i32>} : () -> tuple<i32>
  %2 = "t.op"() {x = tuple<i32, tuple<f32, tensor<2xf32>>, complex<f64>>} : () -> tuple<i32, tuple<f32, tensor<2xf32>>, complex<f64>>
  %3 = "t.op"() {x = vector<4xf32>} : () -> vector<4xf32>
  %4 = "t.op"() {x = vector<[4]xf32>} : () -> vector<[4]xf32>
  %5 = "t.op"() {x = vector<2x[4]x3xi8>} : () -> vector<2x[4]x3xi8>
  %6 = "t.op"() {x = vector<f32>} : () -> vector<f32>
  %7 = "t.op"() {x = vector<index>} : () -> vector<index>
  %8 = "t.op"() {x = vector<1x[2]x[3]xindex>} : () -> vector<1x[2]x[3]xindex>
  %9 = "t.op"() {x = tensor<f32>} : () -> tensor<f32>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = tensor<*xf32>} : () -> tensor<*xf32>
  %1 = "t.op"() {x = tensor<?x?xf32>} : () -> tensor<?x?xf32>
  %2 = "t.op"() {x = tensor<0xi8>} : () -> tensor<0xi8>
  %3 = "t.op"() {x = tensor<2x3xcomplex<f32>>} : () -> tensor<2x3xcomplex<f32>>
  %4 = "t.op"() {x = tensor<4xvector<2x[2]xf32>>} : () -> tensor<4xvector<2x[2]xf32>>
  %5 = "t.op"() {x = tensor<?x4xf32, "enc">} : () -> tensor<?x4xf32, "enc">
  %6 = "t.op"() {x = tensor<2xf32, #foo.bar<a, b>>} : () -> tensor<2xf32, #foo.bar<a, b>>
  %7 = "t.op"() {x = tensor<2xf32, 5 : i64>} : () -> tensor<2xf32, 5 : i64>
  %8 = "t.op"() {x = tensor<2xf32, {a = 1 : i32, b = "x>y"}>} : () -> tensor<2xf32, {a = 1 : i32, b = "x>y"}>
  %9 = "t.op"() {x = tensor<2xf32, [1, 2]>} : () -> tensor<2xf32, [1, 2]>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = tensor<4xindex>} : () -> tensor<4xindex>
  %1 = "t.op"() {x = tensor<2x!foo.bar<i32, tensor<2xf32>>>} : () -> tensor<2x!foo.bar<i32, tensor<2xf32>>>
  %2 = "t.op"() {x = tensor<4xi1>} : () -> tensor<4xi1>
  %3 = "t.op"() {x = tensor<4xui3>} : () -> tensor<4xui3>
  %4 = "t.op"() {x = tensor<2xf32, @sym::@b>} : () -> tensor<2xf32, @sym::@b>
  %5 = "t.op"() {x = tensor<2xf32, dense<1> : tensor<2xi32>>} : () -> tensor<2xf32, dense<1> : tensor<2xi32>>
  %6 = "t.op"() {x = tensor<2xf32, unit>} : () -> tensor<2xf32, unit>
  %7 = "t.op"() {x = memref<f32>} : () -> memref<f32>
  %8 = "t.op"() {x = memref<*xf32>} : () -> memref<*xf32>
  %9 = "t.op"() {x = memref<*xf32, 3>} : () -> memref<*xf32, 3>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = memref<2x?xf32>} : () -> memref<2x?xf32>
  %1 = "t.op"() {x = memref<2x?xf32, strided<[?, 1]>>} : () -> memref<2x?xf32, strided<[?, 1]>>
  %2 = "t.op"() {x = memref<2x?xf32, strided<[?, 1], offset: ?>>} : () -> memref<2x?xf32, strided<[?, 1], offset: ?>>
  %3 = "t.op"() {x = memref<2xf32, strided<[-1], offset: 4>>} : () -> memref<2xf32, strided<[-1], offset: 4>>
  %4 = "t.op"() {x = memref<2xf32, 5>} : () -> memref<2xf32, 5>
  %5 = "t.op"() {x = memref<2xf32, 5 : i32>} : () -> memref<2xf32, 5 : i32>
  %6 = "t.op"() {x = memref<2xf32, "ws">} : () -> memref<2xf32, "ws">
  %7 = "t.op"() {x = memref<2xf32, strided<[2]>, 1 : i32>} : () -> memref<2xf32, strided<[2]>, 1 : i32>
  %8 = "t.op"() {x = memref<2xvector<4xf32>>} : () -> memref<2xvector<4xf32>>
  %9 = "t.op"() {x = memref<2xmemref<*xf32>>} : () -> memref<2xmemref<*xf32>>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = memref<2xf32, #gpu.address_space<workgroup>>} : () -> memref<2xf32, #gpu.address_space<workgroup>>
  %1 = "t.op"() {x = memref<2xf32, {a = 1 : i64}>} : () -> memref<2xf32, {a = 1 : i64}>
  %2 = "t.op"() {x = () -> ()} : () -> (() -> ())
  %3 = "t.op"() {x = (i32) -> i32} : () -> ((i32) -> i32)
  %4 = "t.op"() {x = () -> (i32, i32)} : () -> (() -> (i32, i32))
  %5 = "t.op"() {x = ((i32) -> i32) -> (() -> ())} : () -> (((i32) -> i32) -> (() -> ()))
  %6 = "t.op"() {x = () -> (() -> i32)} : () -> (() -> (() -> i32))
  %7 = "t.op"() {x = (tuple<i32>, !foo.x<() -> i32>) -> ()} : () -> ((tuple<i32>, !foo.x<() -> i32>) -> ())
  %8 = "t.op"() {x = !foo.bar} : () -> !foo.bar
  %9 = "t.op"() {x = !foo.bar<>} : () -> !foo.bar<>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = !foo.bar<a>} : () -> !foo.bar<a>
  %1 = "t.op"() {x = !foo.a.b.c<x>} : () -> !foo.a.b.c<x>
  %2 = "t.op"() {x = !foo.bar<"a\"b<([{">} : () -> !foo.bar<"a\"b<([{">
  %3 = "t.op"() {x = !foo.bar<{a = [1, 2], b -> c}>} : () -> !foo.bar<{a = [1, 2], b -> c}>
  %4 = "t.op"() {x = !foo<>} : () -> !foo<>
  %5 = "t.op"() {x = !foo<"weird">} : () -> !foo<"weird">
  %6 = "t.op"() {x = !foo.bar<!foo.baz<x : i32>, #foo.attr<"]">>} : () -> !foo.bar<!foo.baz<x : i32>, #foo.attr<"]">>
  %7 = "t.op"() {x = !foo.bar<a -> b>} : () -> !foo.bar<a -> b>
  %8 = "t.op"() {x = !foo.bar<[<({})>]>} : () -> !foo.bar<[<({})>]>
  %9 = "t.op"() {x = !foo.bar<3x4xf32, *, ?, ::, @x::@y, ^, %%, 0x1F, -1.5e+10>} : () -> !foo.bar<3x4xf32, *, ?, ::, @x::@y, ^, %%, 0x1F, -1.5e+10>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = !foo.bar<->, a->b>} : () -> !foo.bar<->, a->b>
  %1 = "t.op"() {x = !foo.bar<a::b::c>} : () -> !foo.bar<a::b::c>
  %2 = "t.op"() {x = !foo.bar<'>} : () -> !foo.bar<'>
  %3 = "t.op"() {x = !llvm.ptr} : () -> !llvm.ptr
  %4 = "t.op"() {x = !llvm.ptr<3>} : () -> !llvm.ptr<3>
  %5 = "t.op"() {x = !llvm.struct<"a", (i32, ptr)>} : () -> !llvm.struct<"a", (i32, ptr)>
  %6 = "t.op"() {x = !llvm.struct<packed (i8, array<4 x i32>)>} : () -> !llvm.struct<packed (i8, array<4 x i32>)>
  %7 = "t.op"() {x = !llvm.struct<"o p", opaque>} : () -> !llvm.struct<"o p", opaque>
  %8 = "t.op"() {x = !llvm.func<void (i32, ...)>} : () -> !llvm.func<void (i32, ...)>
  %9 = "t.op"() {x = !llvm.vec<? x 4 x  f32>} : () -> !llvm.vec<? x 4 x  f32>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = !llvm.target<"spirv.Image", !llvm.void, 0>} : () -> !llvm.target<"spirv.Image", !llvm.void, 0>
  %1 = "t.op"() {x = !llvm.struct<"rec", (ptr, struct<"b", (i8)>)>} : () -> !llvm.struct<"rec", (ptr, struct<"b", (i8)>)>
  %2 = "t.op"() {x = !spirv.ptr<!spirv.struct<(!spirv.array<4 x f32, stride=4> [0])>, StorageBuffer>} : () -> !spirv.ptr<!spirv.struct<(!spirv.array<4 x f32, stride=4> [0])>, StorageBuffer>
  %3 = "t.op"() {x = !spirv.image<f32, Dim2D, NoDepth, NonArrayed, SingleSampled, NeedSampler, Rgba8>} : () -> !spirv.image<f32, Dim2D, NoDepth, NonArrayed, SingleSampled, NeedSampler, Rgba8>
  %4 = "t.op"() {x = !spirv.matrix<3 x vector<3xf32>>} : () -> !spirv.matrix<3 x vector<3xf32>>
  %5 = "t.op"() {x = !spirv.rtarray<i32>} : () -> !spirv.rtarray<i32>
  %6 = "t.op"() {x = !quant.any<i8:f32>} : () -> !quant.any<i8:f32>
  %7 = "t.op"() {x = !quant.any<i8>} : () -> !quant.any<i8>
  %8 = "t.op"() {x = !quant.any<i8<-8:7>>} : () -> !quant.any<i8<-8:7>>
  %9 = "t.op"() {x = !quant.calibrated<f32<-0.998:1.230000e+00>>} : () -> !quant.calibrated<f32<-0.998:1.230000e+00>>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = !shape.shape} : () -> !shape.shape
  %1 = "t.op"() {x = !async.value<tensor<2xf32>>} : () -> !async.value<tensor<2xf32>>
  %2 = "t.op"() {x = !transform.any_op} : () -> !transform.any_op
  %3 = "t.op"() {x = !transform.op<"linalg.generic">} : () -> !transform.op<"linalg.generic">
  %4 = "t.op"() {x = !transform.param<i64>} : () -> !transform.param<i64>
  %5 = "t.op"() {x = !pdl.range<value>} : () -> !pdl.range<value>
  %6 = "t.op"() {x = !emitc.opaque<"std::vector<int>">} : () -> !emitc.opaque<"std::vector<int>">
  %7 = "t.op"() {x = !emitc.ptr<!emitc.opaque<"int">>} : () -> !emitc.ptr<!emitc.opaque<"int">>
  %8 = "t.op"() {x = !emitc.array<4xi32>} : () -> !emitc.array<4xi32>
  %9 = "t.op"() {x = !gpu.async.token} : () -> !gpu.async.token
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = !gpu.mma_matrix<16x16xf16, "AOp">} : () -> !gpu.mma_matrix<16x16xf16, "AOp">
  %1 = "t.op"() {x = !nvgpu.tensormap.descriptor<tensor = memref<128x64xf16, 3>, swizzle = swizzle_128b, l2promo = none, oob = zero, interleave = none>} : () -> !nvgpu.tensormap.descriptor<tensor = memref<128x64xf16, 3>, swizzle = swizzle_128b, l2promo = none, oob = zero, interleave = none>
  %2 = "t.op"() {x = !xegpu.tensor_desc<8x16xf32>} : () -> !xegpu.tensor_desc<8x16xf32>
  %3 = "t.op"() {x = !test.i32} : () -> !test.i32
  %4 = "t.op"() {x = !test.test_rec<a, test_rec<b, test_rec<a>>>} : () -> !test.test_rec<a, test_rec<b, test_rec<a>>>
  %5 = "t.op"() {x = !test.smpla} : () -> !test.smpla
  %6 = "t.op"() {x = !ml_program.token} : () -> !ml_program.token
  %7 = "t.op"() {x = !acc.data_bounds_ty} : () -> !acc.data_bounds_ty
  %8 = "t.op"() {x = !ptr.ptr<1 : i32>} : () -> !ptr.ptr<1 : i32>
  %9 = "t.op"() {x = !irdl.attribute} : () -> !irdl.attribute
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.op"() {x = !omp.map_bounds_ty} : () -> !omp.map_bounds_ty
  %1 = "t.op"() {x = !polynomial.polynomial<ring = <coefficientType = i32, coefficientModulus = 17 : i32>>} : () -> !polynomial.polynomial<ring = <coefficientType = i32, coefficientModulus = 17 : i32>>
  %2 = "t.op"() {x = !opaque<"x", "y">} : () -> !opaque<"x", "y">
}) : () -> ()

