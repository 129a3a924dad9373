#loc1 = loc(unknown)
#loc2 = loc("<stdin>":2:28)
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(unknown), %arg1: i32 loc("<stdin>":2:28)):
    "t.e"() {l = #loc1} : () -> () loc(#loc1)
  }) : () -> () loc(#loc1)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a":1:2)
#loc2 = loc("<stdin>":2:28)
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc("a":1:2), %arg1: i32 loc("<stdin>":2:28)):
    "t.e"() {l = #loc1} : () -> () loc(#loc1)
  }) : () -> () loc(#loc1)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a")
#loc2 = loc("<stdin>":2:24)
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc("a"), %arg1: i32 loc("<stdin>":2:24)):
    "t.e"() {l = #loc1} : () -> () loc(#loc1)
  }) : () -> () loc(#loc1)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("b":3:4)
#loc2 = loc("<stdin>":2:33)
#loc3 = loc("a"(#loc1))
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc("a"(#loc1)), %arg1: i32 loc("<stdin>":2:33)):
    "t.e"() {l = #loc3} : () -> () loc(#loc3)
  }) : () -> () loc(#loc3)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a")
#loc2 = loc("b":1:2)
#loc3 = loc("<stdin>":2:45)
#loc4 = loc(callsite(#loc1 at #loc2))
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(callsite(#loc1 at #loc2)), %arg1: i32 loc("<stdin>":2:45)):
    "t.e"() {l = #loc4} : () -> () loc(#loc4)
  }) : () -> () loc(#loc4)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a")
#loc2 = loc("b":1:2)
#loc3 = loc("<stdin>":2:40)
#loc4 = loc(fused[#loc1, #loc2])
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(fused[#loc1, #loc2]), %arg1: i32 loc("<stdin>":2:40)):
    "t.e"() {l = #loc4} : () -> () loc(#loc4)
  }) : () -> () loc(#loc4)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a")
#loc2 = loc("<stdin>":2:36)
#loc3 = loc(fused<"m">[#loc1])
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(fused<"m">[#loc1]), %arg1: i32 loc("<stdin>":2:36)):
    "t.e"() {l = #loc3} : () -> () loc(#loc3)
  }) : () -> () loc(#loc3)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a")
#loc2 = loc("<stdin>":2:49)
#loc3 = loc(fused<{a = 1 : i64}>[#loc1])
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(fused<{a = 1 : i64}>[#loc1]), %arg1: i32 loc("<stdin>":2:49)):
    "t.e"() {l = #loc3} : () -> () loc(#loc3)
  }) : () -> () loc(#loc3)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a")
#loc2 = loc("b")
#loc3 = loc("x")
#loc4 = loc("y")
#loc5 = loc("<stdin>":2:70)
#loc6 = loc(callsite(#loc1 at #loc2))
#loc7 = loc(fused[#loc3, #loc4])
#loc8 = loc(callsite(#loc6 at #loc7))
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(callsite(#loc6 at #loc7)), %arg1: i32 loc("<stdin>":2:70)):
    "t.e"() {l = #loc8} : () -> () loc(#loc8)
  }) : () -> () loc(#loc8)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("-":0:0)
#loc2 = loc("<stdin>":2:27)
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc("-":0:0), %arg1: i32 loc("<stdin>":2:27)):
    "t.e"() {l = #loc1} : () -> () loc(#loc1)
  }) : () -> () loc(#loc1)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a\22b":1:2)
#loc2 = loc("<stdin>":2:31)
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc("a\22b":1:2), %arg1: i32 loc("<stdin>":2:31)):
    "t.e"() {l = #loc1} : () -> () loc(#loc1)
  }) : () -> () loc(#loc1)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("b")
#loc2 = loc("<stdin>":2:53)
#loc3 = loc(fused<#foo.bar<1>>[#loc1])
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(fused<#foo.bar<1>>[#loc1]), %arg1: i32 loc("<stdin>":2:53)):
    "t.e"() {l = #loc3} : () -> () loc(#loc3)
  }) : () -> () loc(#loc3)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc(unknown)
#loc2 = loc("<stdin>":2:28)
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(unknown), %arg1: i32 loc("<stdin>":2:28)):
    "t.e"() {l = #loc1} : () -> () loc(#loc1)
  }) : () -> () loc(#loc1)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("b")
#loc2 = loc("c")
#loc3 = loc("d")
#loc4 = loc("<stdin>":2:58)
#loc5 = loc(callsite(#loc2 at #loc3))
#loc6 = loc(fused[#loc1, #loc5])
#loc7 = loc("a"(#loc6))
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc("a"(#loc6)), %arg1: i32 loc("<stdin>":2:58)):
    "t.e"() {l = #loc7} : () -> () loc(#loc7)
  }) : () -> () loc(#loc7)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("a")
#loc2 = loc("b":1:2)
#loc3 = loc("<stdin>":2:50)
#loc4 = loc(callsite(#loc1 at #loc2))
#loc5 = loc("q"(#loc4))
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc("q"(#loc4)), %arg1: i32 loc("<stdin>":2:50)):
    "t.e"() {l = #loc5} : () -> () loc(#loc5)
  }) : () -> () loc(#loc5)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("b":1:1)
#loc2 = loc("<stdin>":2:45)
#loc3 = loc("a"(#loc1))
#loc4 = loc(fused<"m">[#loc3])
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc(fused<"m">[#loc3]), %arg1: i32 loc("<stdin>":2:45)):
    "t.e"() {l = #loc4} : () -> () loc(#loc4)
  }) : () -> () loc(#loc4)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
#loc1 = loc("z")
#loc2 = loc("<stdin>":2:34)
#loc3 = loc("y"(#loc1))
#loc4 = loc("x"(#loc3))
"builtin.module"() ({
  "t.op"() ({
  ^bb0(%arg0: i32 loc("x"(#loc3)), %arg1: i32 loc("<stdin>":2:34)):
    "t.e"() {l = #loc4} : () -> () loc(#loc4)
  }) : () -> () loc(#loc4)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)

// -----
"builtin.module"() ({
  "t.op"() : () -> () loc(#loc3)
}) : () -> () loc(#loc)
#loc = loc("<stdin>":0:0)
#loc1 = loc("f":1:2)
#loc2 = loc("x")
#loc3 = loc(fused<#loc1>[#loc1, #loc2])

// -----
"builtin.module"() ({
  "llvm.func"() <{CConv = #llvm.cconv<ccc>, function_type = !llvm.func<void ()>, linkage = #llvm.linkage<external>, sym_name = "f", unnamed_addr = 0 : i64, visibility_ = 0 : i64}> ({
    "llvm.return"() : () -> () loc(#loc2)
  }) : () -> () loc(#loc2)
}) : () -> () loc(#loc)
#di_file = #llvm.di_file<"a.c" in "/">
#loc = loc("<stdin>":0:0)
#loc1 = loc("a.c":1:1)
#di_compile_unit = #llvm.di_compile_unit<id = distinct[0]<>, sourceLanguage = DW_LANG_C, file = #di_file, isOptimized = true, emissionKind = Full>
#di_subprogram = #llvm.di_subprogram<id = distinct[1]<>, compileUnit = #di_compile_unit, scope = #di_file, name = "f", file = #di_file, subprogramFlags = Definition>
#loc2 = loc(fused<#di_subprogram>[#loc1])

