"builtin.module"() ({
  "t.a"() ({
    "t.br"()[^bb1, ^bb2] : () -> ()
  ^bb1:  // 4 preds: ^bb0, ^bb1, ^bb2, ^bb2
    "t.br"()[^bb1] : () -> ()
  ^bb2:  // 2 preds: ^bb0, ^bb2
    "t.br"()[^bb1, ^bb1, ^bb2] {a} : () -> ()
  }) : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.a"() ({
  ^bb0(%arg0: i32, %arg1: tensor<2xf32>):
    "t.br"(%arg0)[^bb1] : (i32) -> ()
  ^bb1(%0: !foo.x):  // pred: ^bb0
    "t.br"(%arg0, %0) : (i32, !foo.x) -> ()
  }) : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "func.func"() <{function_type = (i1) -> (), sym_name = "f"}> ({
  ^bb0(%arg0: i1):
    "cf.cond_br"(%arg0, %arg0)[^bb1, ^bb2] <{operandSegmentSizes = array<i32: 1, 0, 1>}> : (i1, i1) -> ()
  ^bb1:  // 2 preds: ^bb0, ^bb2
    "func.return"() : () -> ()
  ^bb2(%0: i1):  // pred: ^bb0
    "cf.br"()[^bb1] : () -> ()
  }) : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.a"() : () -> f32
  %1 = "quant.qcast"(%0) : (f32) -> !quant.uniform<i8:f32, 1.000000e+00>
  %2 = "quant.scast"(%1) : (!quant.uniform<i8:f32, 1.000000e+00>) -> i8
  %3 = "quant.dcast"(%1) : (!quant.uniform<i8:f32, 1.000000e+00>) -> f32
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.a"() : () -> tensor<?x?xf32>
  %1 = "quant.qcast"(%0) : (tensor<?x?xf32>) -> tensor<?x?x!quant.uniform<i8:f32:1, {1.000000e+00,2.000000e+00}>>
  %2 = "quant.scast"(%1) : (tensor<?x?x!quant.uniform<i8:f32:1, {1.000000e+00,2.000000e+00}>>) -> tensor<?x?xi8>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.a"() : () -> tensor<*xf32>
  %1 = "quant.qcast"(%0) : (tensor<*xf32>) -> tensor<*x!quant.uniform<i8:f32, 1.000000e+00>>
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.a"() : () -> tensor<4x!quant.calibrated<f32<-1.000000e+00:1.000000e+00>>>
  %1 = "quant.qcast"(%0) {a = 1 : i64} : (tensor<4x!quant.calibrated<f32<-1.000000e+00:1.000000e+00>>>) -> tensor<4x!quant.uniform<u8:f32, 1.000000e+00>>
}) : () -> ()

// -----
"builtin.module"() ({
  "t.a"() {x = dense_resource<k> : tensor<2xi32>, y = dense_resource<j> : tensor<2xf32>} : () -> ()
}) : () -> ()

{-#
  dialect_resources: {
    builtin: {
      k: "0x040000000100000002000000",
      j: "0x08000000000080BF0000C07F"
    }
  }
#-}

// -----
#map = affine_map<(d0) -> (d0)>
"builtin.module"() ({
  "t.a"() {a = #map, b = #foo.bar<#a, !t>, c = tensor<2xf32>, d = tuple<tensor<2xf32>, tensor<2xf32>>, e = memref<2xf32>, f = !foo.x<#b>} : () -> ()
}) : () -> ()

// -----
#set = affine_set<(d0) : (d0 >= 0)>
#sparse = #sparse_tensor.encoding<{ map = (d0) -> (d0 : compressed) }>
#sparse1 = #sparse_tensor.encoding<{ map = (d0) -> (d0 : compressed) }>
"builtin.module"() ({
  "t.a"() {a = #set, c = dense<[1, 2]> : tensor<2xi32>, t = tensor<2xf32, #sparse>, u = !sparse_tensor.storage_specifier<#sparse1>} : () -> ()
}) : () -> ()

// -----
#map = affine_map<(d0) -> (d0 * 2 - 3)>
#map1 = affine_map<(d0) -> (d0)>
#map2 = affine_map<() -> (0)>
#map3 = affine_map<() -> (4)>
#set = affine_set<(d0) : (d0 - 2 >= 0)>
"builtin.module"() ({
  "func.func"() <{function_type = (memref<4xf32>, index) -> (), sym_name = "f"}> ({
  ^bb0(%arg0: memref<4xf32>, %arg1: index):
    "affine.for"() <{lowerBoundMap = #map2, operandSegmentSizes = array<i32: 0, 0, 0>, step = 1 : index, upperBoundMap = #map3}> ({
    ^bb0(%arg2: index):
      %0 = "affine.load"(%arg0, %arg2) <{map = #map}> : (memref<4xf32>, index) -> f32
      "affine.if"(%arg2) ({
        "affine.store"(%0, %arg0, %arg2) <{map = #map1}> : (f32, memref<4xf32>, index) -> ()
        "affine.yield"() : () -> ()
      }, {
      }) {condition = #set} : (index) -> ()
      "affine.yield"() : () -> ()
    }) : () -> ()
    "func.return"() : () -> ()
  }) : () -> ()
}) : () -> ()

// -----
#map = affine_map<(d0, d1) -> (d0, d1)>
#map1 = affine_map<(d0, d1) -> (d1, d0)>
"builtin.module"() ({
  "func.func"() <{function_type = (tensor<4x4xf32>) -> tensor<4x4xf32>, sym_name = "f"}> ({
  ^bb0(%arg0: tensor<4x4xf32>):
    %0 = "linalg.generic"(%arg0, %arg0) <{indexing_maps = [#map, #map1], iterator_types = [#linalg.iterator_type<parallel>, #linalg.iterator_type<parallel>], operandSegmentSizes = array<i32: 1, 1>}> ({
    ^bb0(%arg1: f32, %arg2: f32):
      %1 = "arith.addf"(%arg1, %arg2) <{fastmath = #arith.fastmath<fast>}> : (f32, f32) -> f32
      "linalg.yield"(%1) : (f32) -> ()
    }) : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<4x4xf32>
    "func.return"(%0) : (tensor<4x4xf32>) -> ()
  }) : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "memref.global"() <{constant, initial_value = dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>, sym_name = "c", sym_visibility = "private", type = memref<2xf32>}> : () -> ()
  "memref.global"() <{initial_value, sym_name = "u", type = memref<2xf32>}> : () -> ()
  "memref.global"() <{sym_name = "x", type = memref<2xf32>}> : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "omp.private"() <{data_sharing_type = #omp<data_sharing_type{type = firstprivate}>, sym_name = "x", type = !llvm.ptr}> ({
  ^bb0(%arg2: !llvm.ptr):
    "omp.yield"(%arg2) : (!llvm.ptr) -> ()
  }, {
  ^bb0(%arg0: !llvm.ptr, %arg1: !llvm.ptr):
    "omp.yield"(%arg1) : (!llvm.ptr) -> ()
  }, {
  }) : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.a"() {x = dense<"0x49922449922449922449922449922449922409"> : tensor<150xi1>} : () -> ()
}) : () -> ()

// -----
!test_ui8_ = !test.int<unsigned, 8>
#test2Ealias = "alias_test:dot_in_name"
#test_alias0_ = "alias_test:trailing_digit"
#test_alias_conflict0_ = "alias_test:sanitize_conflict_a"
#test_alias_conflict0_1 = "alias_test:sanitize_conflict_b"
#test_encoding = "alias_test:tensor_encoding"
"builtin.module"() ({
  "test.op"() {alias_test = #test2Ealias} : () -> ()
  "test.op"() {alias_test = #test_alias0_} : () -> ()
  "test.op"() {alias_test = [#test_alias_conflict0_, #test_alias_conflict0_1]} : () -> ()
  %0 = "test.op"() : () -> tensor<32xf32, #test_encoding>
  %1 = "test.op"() : () -> tensor<32x!test_ui8_>
}) : () -> ()

// -----
#test_encoding = "alias_test:tensor_encoding"
"builtin.module"() ({
  "test.op"() {attr = #test.conditional_alias<#test_encoding>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.a"() : () -> i32
  %1 = "t.x"(%0, %0) ({
  ^bb0(%arg0: i32, %arg1: i32):
    %2 = "t.r"(%0, %arg0) : (i32, i32) -> i32
    "t.s"()[^bb1] : () -> ()
  ^bb1:  // pred: ^bb0
    "t.y"(%2) : (i32) -> ()
  }) : (i32, i32) -> i32
}) : () -> ()

// -----
"builtin.module"() ({
  "gpu.module"() <{sym_name = "k"}> ({
    "func.func"() <{function_type = (i32) -> (), sym_name = "f"}> ({
    ^bb0(%arg1: i32):
      "func.return"() : () -> ()
    }) : () -> ()
    "func.func"() <{function_type = (i32) -> (), sym_name = "g"}> ({
    ^bb0(%arg0: i32):
      "func.call"(%arg0) <{callee = @f}> : (i32) -> ()
      "func.return"() : () -> ()
    }) : () -> ()
    "gpu.module_end"() : () -> ()
  }) : () -> ()
  "func.func"() <{function_type = () -> (), sym_name = "f", sym_visibility = "private"}> ({
  }) : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  %0 = "t.a"() : () -> i32
  "func.func"() <{function_type = () -> (), sym_name = "f"}> ({
    %2 = "t.a"() : () -> i32
    "func.return"() : () -> ()
  }) : () -> ()
  "builtin.module"() ({
    %1 = "t.a"() : () -> i32
  }) : () -> ()
}) : () -> ()

