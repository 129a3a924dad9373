"builtin.module"() ({
  "t.op"() {x = 1 : i64} : () -> ()
  "t.op"() {x = -1 : i64} : () -> ()
  "t.op"() {x = 0 : i64} : () -> ()
  "t.op"() {x = 42 : i8} : () -> ()
  "t.op"() {x = -1 : i8} : () -> ()
  "t.op"() {x = -128 : i8} : () -> ()
  "t.op"() {x = 200 : ui8} : () -> ()
  "t.op"() {x = -1 : i8} : () -> ()
  "t.op"() {x = 18446744073709551615 : ui64} : () -> ()
  "t.op"() {x = -1 : i64} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = -1 : si64} : () -> ()
  "t.op"() {x = 340282366920938463463374607431768211455 : ui128} : () -> ()
  "t.op"() {x = -170141183460469231731687303715884105728 : i128} : () -> ()
  "t.op"() {x = 170141183460469231731687303715884105727 : i128} : () -> ()
  "t.op"() {x = 5 : index} : () -> ()
  "t.op"() {x = -5 : index} : () -> ()
  "t.op"() {x = true} : () -> ()
  "t.op"() {x = false} : () -> ()
  "t.op"() {x = true} : () -> ()
  "t.op"() {x = false} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = -1 : si1} : () -> ()
  "t.op"() {x = 1 : ui1} : () -> ()
  "t.op"() {x = 0 : i0} : () -> ()
  "t.op"() {x = 1 : i1000} : () -> ()
  "t.op"() {x = -7 : i1000} : () -> ()
  "t.op"() {x = 0.100000000000000005551 : f80} : () -> ()
  "t.op"() {x = 0.100000000000000005551115123125782702 : f128} : () -> ()
  "t.op"() {x = 0x7FC00000 : f32} : () -> ()
  "t.op"() {x = 0x7F800000 : f32} : () -> ()
  "t.op"() {x = 0xFF800000 : f32} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 0x7FC00001 : f32} : () -> ()
  "t.op"() {x = 0xFFC00000 : f32} : () -> ()
  "t.op"() {x = 0x7F800001 : f32} : () -> ()
  "t.op"() {x = 0x7FF8000000000000 : f64} : () -> ()
  "t.op"() {x = 0x7FF0000000000001 : f64} : () -> ()
  "t.op"() {x = 0xFFF8000000000123 : f64} : () -> ()
  "t.op"() {x = 0x7E00 : f16} : () -> ()
  "t.op"() {x = 0x7C01 : f16} : () -> ()
  "t.op"() {x = 0xFC00 : f16} : () -> ()
  "t.op"() {x = 0x7FC0 : bf16} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 0x7F81 : bf16} : () -> ()
  "t.op"() {x = 0x7FC1 : bf16} : () -> ()
  "t.op"() {x = 0x7F : f8E5M2} : () -> ()
  "t.op"() {x = 0x7C : f8E5M2} : () -> ()
  "t.op"() {x = 0x7F : f8E4M3FN} : () -> ()
  "t.op"() {x = 0x80 : f8E4M3FNUZ} : () -> ()
  "t.op"() {x = 0x7FFF8000000000000000 : f80} : () -> ()
  "t.op"() {x = 0x7FFF0000000000000000000000000000 : f128} : () -> ()
  "t.op"() {x = 0.30000000000000004 : f64} : () -> ()
  "t.op"() {x = "x"} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = ""} : () -> ()
  "t.op"() {x = "a\22b"} : () -> ()
  "t.op"() {x = "a\\b"} : () -> ()
  "t.op"() {x = "\00\01\FF"} : () -> ()
  "t.op"() {x = "\C3\A9"} : () -> ()
  "t.op"() {x = "\E6\97\A5\E6\9C\AC"} : () -> ()
  "t.op"() {x = "\0A\09"} : () -> ()
  "t.op"() {x = "x" : i32} : () -> ()
  "t.op"() {x = "x" : !foo.bar} : () -> ()
  "t.op"() {x = "a<b>c{d}e"} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = "//no comment"} : () -> ()
  "t.op"() {x = "\\n"} : () -> ()
  "t.op"() {x = "\22"} : () -> ()
  "t.op"() {x = "{-# x #-}"} : () -> ()
  "t.op"() {x = "x"} : () -> ()
  "t.op"() {x = "\7F"} : () -> ()
  "t.op"() {x = "\E9"} : () -> ()
  "t.op"() {x = @a} : () -> ()
  "t.op"() {x = @"a b"} : () -> ()
  "t.op"() {x = @a::@b} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = @a::@"b::c"::@d} : () -> ()
  "t.op"() {x = @"\C3\A9"} : () -> ()
  "t.op"() {x = @"0"} : () -> ()
  "t.op"() {x = @a.b} : () -> ()
  "t.op"() {x = @"\00"} : () -> ()
  "t.op"() {x = []} : () -> ()
  "t.op"() {x = [[], [[]]]} : () -> ()
  "t.op"() {x = [unit, unit]} : () -> ()
  "t.op"() {x = {}} : () -> ()
  "t.op"() {x = {a}} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = {a}} : () -> ()
  "t.op"() {x = {a = 1 : i64, "b c" = 2 : i64}} : () -> ()
  "t.op"() {x = {"0" = 1 : i64}} : () -> ()
  "t.op"() {x = {a.b = 1 : i64}} : () -> ()
  "t.op"() {x = {a$b = 1 : i64}} : () -> ()
  "t.op"() {x = {"a-b" = 1 : i64}} : () -> ()
  "t.op"() {x = {"\C3\A9" = 1 : i64}} : () -> ()
  "t.op"() {x = {affine_map = 1 : i64, array = 1 : i64, attributes = 4 : i64, call = 4 : i64, dense = 3 : i64, dense_resource = 1 : i64, distinct = 2 : i64, f32 = 2 : i64, func = 3 : i64, i32 = 1 : i64, index = 2 : i64, loc = 2 : i64, memref = 1 : i64, module = 3 : i64, none = 3 : i64, opaque = 3 : i64, private = 2 : i64, return = 4 : i64, sparse = 3 : i64, strided = 1 : i64, tensor = 3 : i64, true = 1 : i64, unit = 2 : i64, unknown = 2 : i64, vector = 3 : i64, x = 4 : i64}} : () -> ()
  "t.op"() {x} : () -> ()
  "t.op"() {x = {"a\22b" = 1 : i64}} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = array<i1>} : () -> ()
  "t.op"() {x = array<i8>} : () -> ()
  "t.op"() {x = array<i64: 1, -2, 9223372036854775807>} : () -> ()
  "t.op"() {x = array<i1: true, false>} : () -> ()
  "t.op"() {x = array<i8: -128, 127>} : () -> ()
  "t.op"() {x = array<i16: 5>} : () -> ()
  "t.op"() {x = array<i32: 1>} : () -> ()
  "t.op"() {x = array<f32>} : () -> ()
  "t.op"() {x = array<f64: 0x7FF8000000000000, 0xFFF0000000000000>} : () -> ()
  "t.op"() {x = array<i8: -1>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = dense<1> : tensor<4xi32>} : () -> ()
  "t.op"() {x = dense<[1, 2]> : tensor<2xi8>} : () -> ()
  "t.op"() {x = dense<> : tensor<0xi32>} : () -> ()
  "t.op"() {x = dense<> : tensor<2x0x3xf32>} : () -> ()
  "t.op"() {x = dense<> : tensor<0xi8>} : () -> ()
  "t.op"() {x = dense<true> : tensor<4xi1>} : () -> ()
  "t.op"() {x = dense<[true, false, true]> : tensor<3xi1>} : () -> ()
  "t.op"() {x = dense<0x7FC00001> : tensor<3xf32>} : () -> ()
  "t.op"() {x = dense<[true, false, false, false, false, false, false, false]> : tensor<8xi1>} : () -> ()
  "t.op"() {x = dense<(1.000000e+00,2.000000e+00)> : tensor<2xcomplex<f32>>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = dense<[(1,2), (3,4)]> : tensor<2xcomplex<i32>>} : () -> ()
  "t.op"() {x = dense<(0x7FC00000,1.000000e+00)> : tensor<complex<f32>>} : () -> ()
  "t.op"() {x = dense<"str"> : tensor<2x!foo.str>} : () -> ()
  "t.op"() {x = dense<["a", "b\22c"]> : tensor<2x!foo.str>} : () -> ()
  "t.op"() {x = dense<1> : vector<4xi32>} : () -> ()
  "t.op"() {x = dense<[1, 2]> : vector<2xindex>} : () -> ()
  "t.op"() {x = dense<1> : vector<[4]xi32>} : () -> ()
  "t.op"() {x = dense<5> : tensor<3xindex>} : () -> ()
  "t.op"() {x = dense<[1, 2, 3]> : tensor<3xindex>} : () -> ()
  "t.op"() {x = dense<1> : tensor<2xi4>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = dense<[1, -2, 7]> : tensor<3xi4>} : () -> ()
  "t.op"() {x = dense<[1, 2, 3]> : tensor<3xui4>} : () -> ()
  "t.op"() {x = dense<[-1, 2]> : tensor<2xi128>} : () -> ()
  "t.op"() {x = dense<[170141183460469231731687303715884105727, 1]> : tensor<2xi128>} : () -> ()
  "t.op"() {x = dense<[0.100000000000000005551, 0.200000000000000011102]> : tensor<2xf80>} : () -> ()
  "t.op"() {x = dense<[0.100000000000000005551115123125782702, 0.200000000000000011102230246251565404]> : tensor<2xf128>} : () -> ()
  "t.op"() {x = dense<[9.997550e-02, 1.999510e-01]> : tensor<2xtf32>} : () -> ()
  "t.op"() {x = dense<[5.000000e-01, 1.000000e+00]> : tensor<2xf8E4M3FN>} : () -> ()
  "t.op"() {x = dense<[0x7E01, 0xFE00]> : tensor<2xf16>} : () -> ()
  "t.op"() {x = dense<[0x7FC1, 0xFFC0]> : tensor<2xbf16>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = dense<[0x7F800001, 0xFFC00001]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[18446744073709551615, 1]> : tensor<2xui64>} : () -> ()
  "t.op"() {x = dense<[-1, 1]> : tensor<2xi8>} : () -> ()
  "t.op"() {x = dense<[-1, 1]> : tensor<2xsi3>} : () -> ()
  "t.op"() {x = dense<1> : tensor<1x1x1xi32>} : () -> ()
  "t.op"() {x = dense<1> : tensor<1x1x1xi32>} : () -> ()
  "t.op"() {x = dense<> : tensor<2x0xi32>} : () -> ()
  "t.op"() {x = dense<1> : tensor<3xi32>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : vector<2x2xf32>} : () -> ()
  "t.op"() {x = dense<false> : tensor<i1>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = dense<[false, true]> : tensor<2xi1>} : () -> ()
  "t.op"() {x = dense<true> : tensor<2xi1>} : () -> ()
  "t.op"() {x = dense<[0, 0]> : tensor<2xi0>} : () -> ()
  "t.op"() {x = dense<123456789012345678901234567890> : tensor<2xi100>} : () -> ()
  "t.op"() {x = dense<1> : tensor<1000000x1000000xi8>} : () -> ()
  "t.op"() {x = dense<> : tensor<0xi32>} : () -> ()
  "t.op"() {x = dense_resource<foo> : tensor<2xi32>} : () -> ()
  "t.op"() {x = dense_resource<__elided__> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense_resource<x> : vector<2xf32>} : () -> ()
  "t.op"() {x = dense_resource<x> : tensor<4xi1>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = dense_resource<y> : tensor<2xcomplex<f32>>} : () -> ()
  "t.op"() {x = sparse<0, 1> : tensor<1xi32>} : () -> ()
  "t.op"() {x = sparse<[[0, 0], [1, 2]], [1, 5]> : tensor<3x4xi32>} : () -> ()
  "t.op"() {x = sparse<> : tensor<3x4xi32>} : () -> ()
  "t.op"() {x = sparse<0, 1.000000e+00> : vector<2x2xf32>} : () -> ()
  "t.op"() {x = sparse<[[0, 0], [1, 1]], [(1.000000e+00,2.000000e+00), (3.000000e+00,4.000000e+00)]> : tensor<2x2xcomplex<f32>>} : () -> ()
  "t.op"() {x = sparse<[[0, 0], [1, 1]], ["a", "b"]> : tensor<2x2x!foo.str>} : () -> ()
  "t.op"() {x = sparse<1, 0x7FC00000> : tensor<3xf32>} : () -> ()
  "t.op"() {x = strided<[1, 2]>} : () -> ()
  "t.op"() {x = strided<[?, 1], offset: ?>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = strided<[], offset: 3>} : () -> ()
  "t.op"() {x = strided<[]>} : () -> ()
  "t.op"() {x = distinct[0]<>} : () -> ()
  "t.op"() {x = distinct[0]<>} : () -> ()
  "t.op"() {x = #foo.bar} : () -> ()
  "t.op"() {x = #foo.bar<>} : () -> ()
  "t.op"() {x = #foo.bar<i32>} : () -> ()
  "t.op"() {x = #foo.bar<"x>y">} : () -> ()
  "t.op"() {x = #foo<"opaque">} : () -> ()
  "t.op"() {x = #foo.bar<[1, 2], {a -> b}>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = #foo.bar : i32} : () -> ()
  "t.op"() {x = #foo.bar<1> : tensor<2xf32>} : () -> ()
  "t.op"() {x = #foo.a.b<x>} : () -> ()
  "t.op"() {x = #foo.bar<#foo.baz<!foo.t>>} : () -> ()
  "t.op"() {x = #foo.bar<(a, b) -> c>} : () -> ()
  "t.op"() {x = #foo.bar<=>} : () -> ()
  "t.op"() {x = #foo.bar<x = "\n\"">} : () -> ()
  "t.op"() {x = #foo<"a" : i32>} : () -> ()
  "t.op"() {x = #foo<>} : () -> ()
  "t.op"() {x = #foo.bar<a : b = c, 1x2x3>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = #foo.bar<loc("x")>} : () -> ()
  "t.op"() {x = #foo.bar<'c'>} : () -> ()
  "t.op"() {x = #foo.bar<;,.:|&*~`@>} : () -> ()
  "t.op"() {x = #llvm.linkage<internal>} : () -> ()
  "t.op"() {x = #llvm.fastmath<fast>} : () -> ()
  "t.op"() {x = #llvm.cconv<fastcc>} : () -> ()
  "t.op"() {x = #llvm.poison} : () -> ()
  "t.op"() {x = #llvm.zero} : () -> ()
  "t.op"() {x = #llvm.di_expression<[DW_OP_deref, DW_OP_plus_uconst(3)]>} : () -> ()
  "t.op"() {x = #arith.fastmath<fast>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = #arith.overflow<nsw, nuw>} : () -> ()
  "t.op"() {x = #gpu.thread<x>} : () -> ()
  "t.op"() {x = #spirv.vce<v1.0, [Shader], [SPV_KHR_16bit_storage]>} : () -> ()
  "t.op"() {x = #dlti.dl_spec<#dlti.dl_entry<i32, 5 : i32>, #dlti.dl_entry<"a", "b">>} : () -> ()
  "t.op"() {x = #linalg.iterator_type<parallel>} : () -> ()
  "t.op"() {x = #emitc.opaque<"&a">} : () -> ()
  "t.op"() {x = #vector.kind<add>} : () -> ()
  "t.op"() {x = #polynomial.int_polynomial<1 + x**10>} : () -> ()
  "t.op"() {x = #ub.poison} : () -> ()
  "t.op"() {x = #test.cmpnd_a<1, !test.smpla, [5, 6]>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = #test.attr_with_self_type_param : i32} : () -> ()
  "t.op"() {x = #mesh.shard<@m, [[0]]>} : () -> ()
  "t.op"() {x = #index<cmp_predicate eq>} : () -> ()
  "t.op"() {x = #nvvm.target<chip = "sm_90">} : () -> ()
  "t.op"() {x = #rocdl.target} : () -> ()
  "t.op"() {x = #spirv.target_env<#spirv.vce<v1.0, [], []>, #spirv.resource_limits<>>} : () -> ()
}) : () -> ()

