"builtin.module"() ({
  "t.op"() {x = 1.000000e+00 : f64} : () -> ()
  "t.op"() {x = 1.500000e+00 : f32} : () -> ()
  "t.op"() {x = -0.000000e+00 : f64} : () -> ()
  "t.op"() {x = 0.000000e+00 : f32} : () -> ()
  "t.op"() {x = -0.000000e+00 : f16} : () -> ()
  "t.op"() {x = 1.000000e+300 : f64} : () -> ()
  "t.op"() {x = 1.000000e-310 : f64} : () -> ()
  "t.op"() {x = 1.000000e-01 : f32} : () -> ()
  "t.op"() {x = 9.997550e-02 : f16} : () -> ()
  "t.op"() {x = 1.000980e-01 : bf16} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = -0.000000e+00 : f64} : () -> ()
  "t.op"() {x = 0.000000e+00 : f32} : () -> ()
  "t.op"() {x = -0.000000e+00 : f16} : () -> ()
  "t.op"() {x = 1.000000e+300 : f64} : () -> ()
  "t.op"() {x = 1.000000e-310 : f64} : () -> ()
  "t.op"() {x = 1.000000e-01 : f32} : () -> ()
  "t.op"() {x = 9.997550e-02 : f16} : () -> ()
  "t.op"() {x = 1.000980e-01 : bf16} : () -> ()
  "t.op"() {x = 9.997550e-02 : tf32} : () -> ()
  "t.op"() {x = 1.000000e+00 : bf16} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = -0.000000e+00 : f16} : () -> ()
  "t.op"() {x = 1.000000e+300 : f64} : () -> ()
  "t.op"() {x = 1.000000e-310 : f64} : () -> ()
  "t.op"() {x = 1.000000e-01 : f32} : () -> ()
  "t.op"() {x = 9.997550e-02 : f16} : () -> ()
  "t.op"() {x = 1.000980e-01 : bf16} : () -> ()
  "t.op"() {x = 9.997550e-02 : tf32} : () -> ()
  "t.op"() {x = 1.000000e+00 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+00 : f16} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E5M2} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 1.000000e-310 : f64} : () -> ()
  "t.op"() {x = 1.000000e-01 : f32} : () -> ()
  "t.op"() {x = 9.997550e-02 : f16} : () -> ()
  "t.op"() {x = 1.000980e-01 : bf16} : () -> ()
  "t.op"() {x = 9.997550e-02 : tf32} : () -> ()
  "t.op"() {x = 1.000000e+00 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+00 : f16} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E5M2} : () -> ()
  "t.op"() {x = 4.480000e+02 : f8E4M3FN} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E4M3} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 9.997550e-02 : f16} : () -> ()
  "t.op"() {x = 1.000980e-01 : bf16} : () -> ()
  "t.op"() {x = 9.997550e-02 : tf32} : () -> ()
  "t.op"() {x = 1.000000e+00 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+00 : f16} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E5M2} : () -> ()
  "t.op"() {x = 4.480000e+02 : f8E4M3FN} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E4M3} : () -> ()
  "t.op"() {x = 1.174350e-38 : tf32} : () -> ()
  "t.op"() {x = 3.40282347E+38 : f32} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 9.997550e-02 : tf32} : () -> ()
  "t.op"() {x = 1.000000e+00 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+00 : f16} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E5M2} : () -> ()
  "t.op"() {x = 4.480000e+02 : f8E4M3FN} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E4M3} : () -> ()
  "t.op"() {x = 1.174350e-38 : tf32} : () -> ()
  "t.op"() {x = 3.40282347E+38 : f32} : () -> ()
  "t.op"() {x = 1.17549435E-38 : f32} : () -> ()
  "t.op"() {x = 1.401300e-45 : f32} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 1.000000e+00 : f16} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E5M2} : () -> ()
  "t.op"() {x = 4.480000e+02 : f8E4M3FN} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E4M3} : () -> ()
  "t.op"() {x = 1.174350e-38 : tf32} : () -> ()
  "t.op"() {x = 3.40282347E+38 : f32} : () -> ()
  "t.op"() {x = 1.17549435E-38 : f32} : () -> ()
  "t.op"() {x = 1.401300e-45 : f32} : () -> ()
  "t.op"() {x = 0x4CEB79A3 : f32} : () -> ()
  "t.op"() {x = 0x4B800000 : f32} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 4.480000e+02 : f8E4M3FN} : () -> ()
  "t.op"() {x = 1.500000e+00 : f8E4M3} : () -> ()
  "t.op"() {x = 1.174350e-38 : tf32} : () -> ()
  "t.op"() {x = 3.40282347E+38 : f32} : () -> ()
  "t.op"() {x = 1.17549435E-38 : f32} : () -> ()
  "t.op"() {x = 1.401300e-45 : f32} : () -> ()
  "t.op"() {x = 0x4CEB79A3 : f32} : () -> ()
  "t.op"() {x = 0x4B800000 : f32} : () -> ()
  "t.op"() {x = 0x4180000008000000 : f64} : () -> ()
  "t.op"() {x = 0x4340000000000000 : f64} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 1.174350e-38 : tf32} : () -> ()
  "t.op"() {x = 3.40282347E+38 : f32} : () -> ()
  "t.op"() {x = 1.17549435E-38 : f32} : () -> ()
  "t.op"() {x = 1.401300e-45 : f32} : () -> ()
  "t.op"() {x = 0x4CEB79A3 : f32} : () -> ()
  "t.op"() {x = 0x4B800000 : f32} : () -> ()
  "t.op"() {x = 0x4180000008000000 : f64} : () -> ()
  "t.op"() {x = 0x4340000000000000 : f64} : () -> ()
  "t.op"() {x = 1.000000e+10 : f32} : () -> ()
  "t.op"() {x = 1.000000e-07 : f32} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 1.17549435E-38 : f32} : () -> ()
  "t.op"() {x = 1.401300e-45 : f32} : () -> ()
  "t.op"() {x = 0x4CEB79A3 : f32} : () -> ()
  "t.op"() {x = 0x4B800000 : f32} : () -> ()
  "t.op"() {x = 0x4180000008000000 : f64} : () -> ()
  "t.op"() {x = 0x4340000000000000 : f64} : () -> ()
  "t.op"() {x = 1.000000e+10 : f32} : () -> ()
  "t.op"() {x = 1.000000e-07 : f32} : () -> ()
  "t.op"() {x = 6.550400e+04 : f16} : () -> ()
  "t.op"() {x = 5.960460e-08 : f16} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 0x4CEB79A3 : f32} : () -> ()
  "t.op"() {x = 0x4B800000 : f32} : () -> ()
  "t.op"() {x = 0x4180000008000000 : f64} : () -> ()
  "t.op"() {x = 0x4340000000000000 : f64} : () -> ()
  "t.op"() {x = 1.000000e+10 : f32} : () -> ()
  "t.op"() {x = 1.000000e-07 : f32} : () -> ()
  "t.op"() {x = 6.550400e+04 : f16} : () -> ()
  "t.op"() {x = 5.960460e-08 : f16} : () -> ()
  "t.op"() {x = 6.097560e-05 : f16} : () -> ()
  "t.op"() {x = 3.389530e+38 : bf16} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 0x4180000008000000 : f64} : () -> ()
  "t.op"() {x = 0x4340000000000000 : f64} : () -> ()
  "t.op"() {x = 1.000000e+10 : f32} : () -> ()
  "t.op"() {x = 1.000000e-07 : f32} : () -> ()
  "t.op"() {x = 6.550400e+04 : f16} : () -> ()
  "t.op"() {x = 5.960460e-08 : f16} : () -> ()
  "t.op"() {x = 6.097560e-05 : f16} : () -> ()
  "t.op"() {x = 3.389530e+38 : bf16} : () -> ()
  "t.op"() {x = 9.183550e-41 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+05 : f64} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 1.000000e+10 : f32} : () -> ()
  "t.op"() {x = 1.000000e-07 : f32} : () -> ()
  "t.op"() {x = 6.550400e+04 : f16} : () -> ()
  "t.op"() {x = 5.960460e-08 : f16} : () -> ()
  "t.op"() {x = 6.097560e-05 : f16} : () -> ()
  "t.op"() {x = 3.389530e+38 : bf16} : () -> ()
  "t.op"() {x = 9.183550e-41 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+05 : f64} : () -> ()
  "t.op"() {x = 1.000000e+06 : f64} : () -> ()
  "t.op"() {x = 1.000000e+07 : f64} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 6.550400e+04 : f16} : () -> ()
  "t.op"() {x = 5.960460e-08 : f16} : () -> ()
  "t.op"() {x = 6.097560e-05 : f16} : () -> ()
  "t.op"() {x = 3.389530e+38 : bf16} : () -> ()
  "t.op"() {x = 9.183550e-41 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+05 : f64} : () -> ()
  "t.op"() {x = 1.000000e+06 : f64} : () -> ()
  "t.op"() {x = 1.000000e+07 : f64} : () -> ()
  "t.op"() {x = 2.501840e+20 : bf16} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3FNUZ} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 6.097560e-05 : f16} : () -> ()
  "t.op"() {x = 3.389530e+38 : bf16} : () -> ()
  "t.op"() {x = 9.183550e-41 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+05 : f64} : () -> ()
  "t.op"() {x = 1.000000e+06 : f64} : () -> ()
  "t.op"() {x = 1.000000e+07 : f64} : () -> ()
  "t.op"() {x = 2.501840e+20 : bf16} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3FNUZ} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3B11FNUZ} : () -> ()
  "t.op"() {x = 5.734400e+04 : f8E5M2} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 9.183550e-41 : bf16} : () -> ()
  "t.op"() {x = 1.000000e+05 : f64} : () -> ()
  "t.op"() {x = 1.000000e+06 : f64} : () -> ()
  "t.op"() {x = 1.000000e+07 : f64} : () -> ()
  "t.op"() {x = 2.501840e+20 : bf16} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3FNUZ} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3B11FNUZ} : () -> ()
  "t.op"() {x = 5.734400e+04 : f8E5M2} : () -> ()
  "t.op"() {x = 1.525880e-05 : f8E5M2} : () -> ()
  "t.op"() {x = [1, 2]} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 1.000000e+06 : f64} : () -> ()
  "t.op"() {x = 1.000000e+07 : f64} : () -> ()
  "t.op"() {x = 2.501840e+20 : bf16} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3FNUZ} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3B11FNUZ} : () -> ()
  "t.op"() {x = 5.734400e+04 : f8E5M2} : () -> ()
  "t.op"() {x = 1.525880e-05 : f8E5M2} : () -> ()
  "t.op"() {x = [1, 2]} : () -> ()
  "t.op"() {x = [i32, 1.000000e+00, "a", @s, {a}]} : () -> ()
  "t.op"() {x = array<f64: 1.000000e+00, 1.000000e-01>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 2.501840e+20 : bf16} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3FNUZ} : () -> ()
  "t.op"() {x = 1.125000e+00 : f8E4M3B11FNUZ} : () -> ()
  "t.op"() {x = 5.734400e+04 : f8E5M2} : () -> ()
  "t.op"() {x = 1.525880e-05 : f8E5M2} : () -> ()
  "t.op"() {x = [1, 2]} : () -> ()
  "t.op"() {x = [i32, 1.000000e+00, "a", @s, {a}]} : () -> ()
  "t.op"() {x = array<f64: 1.000000e+00, 1.000000e-01>} : () -> ()
  "t.op"() {x = array<f16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<bf16: 1.000000e+00>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 1.125000e+00 : f8E4M3B11FNUZ} : () -> ()
  "t.op"() {x = 5.734400e+04 : f8E5M2} : () -> ()
  "t.op"() {x = 1.525880e-05 : f8E5M2} : () -> ()
  "t.op"() {x = [1, 2]} : () -> ()
  "t.op"() {x = [i32, 1.000000e+00, "a", @s, {a}]} : () -> ()
  "t.op"() {x = array<f64: 1.000000e+00, 1.000000e-01>} : () -> ()
  "t.op"() {x = array<f16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<bf16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<f32: 9.99999968E-21, 3.40282347E+38>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<f32>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = 1.525880e-05 : f8E5M2} : () -> ()
  "t.op"() {x = [1, 2]} : () -> ()
  "t.op"() {x = [i32, 1.000000e+00, "a", @s, {a}]} : () -> ()
  "t.op"() {x = array<f64: 1.000000e+00, 1.000000e-01>} : () -> ()
  "t.op"() {x = array<f16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<bf16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<f32: 9.99999968E-21, 3.40282347E+38>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<f32>} : () -> ()
  "t.op"() {x = dense<[[1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> : tensor<2x2xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 0x7FC00000, 0xFF800000]> : tensor<3xf32>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = [i32, 1.000000e+00, "a", @s, {a}]} : () -> ()
  "t.op"() {x = array<f64: 1.000000e+00, 1.000000e-01>} : () -> ()
  "t.op"() {x = array<f16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<bf16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<f32: 9.99999968E-21, 3.40282347E+38>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<f32>} : () -> ()
  "t.op"() {x = dense<[[1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> : tensor<2x2xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 0x7FC00000, 0xFF800000]> : tensor<3xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[9.997550e-02, 2.000000e+00]> : tensor<2xf16>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = array<f16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<bf16: 1.000000e+00>} : () -> ()
  "t.op"() {x = array<f32: 9.99999968E-21, 3.40282347E+38>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<f32>} : () -> ()
  "t.op"() {x = dense<[[1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> : tensor<2x2xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 0x7FC00000, 0xFF800000]> : tensor<3xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[9.997550e-02, 2.000000e+00]> : tensor<2xf16>} : () -> ()
  "t.op"() {x = dense<[1.000980e-01, 2.000000e+00]> : tensor<2xbf16>} : () -> ()
  "t.op"() {x = dense<[0x7FF0000000000001, 1.000000e+00]> : tensor<2xf64>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = array<f32: 9.99999968E-21, 3.40282347E+38>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<f32>} : () -> ()
  "t.op"() {x = dense<[[1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> : tensor<2x2xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 0x7FC00000, 0xFF800000]> : tensor<3xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[9.997550e-02, 2.000000e+00]> : tensor<2xf16>} : () -> ()
  "t.op"() {x = dense<[1.000980e-01, 2.000000e+00]> : tensor<2xbf16>} : () -> ()
  "t.op"() {x = dense<[0x7FF0000000000001, 1.000000e+00]> : tensor<2xf64>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, "enc">} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, #foo.x<i32>>} : () -> ()
}) : () -> ()

// -----
"builtin.module"() ({
  "t.op"() {x = dense<[[1.000000e+00, 2.000000e+00], [3.000000e+00, 4.000000e+00]]> : tensor<2x2xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 0x7FC00000, 0xFF800000]> : tensor<3xf32>} : () -> ()
  "t.op"() {x = dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[9.997550e-02, 2.000000e+00]> : tensor<2xf16>} : () -> ()
  "t.op"() {x = dense<[1.000980e-01, 2.000000e+00]> : tensor<2xbf16>} : () -> ()
  "t.op"() {x = dense<[0x7FF0000000000001, 1.000000e+00]> : tensor<2xf64>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, "enc">} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, #foo.x<i32>>} : () -> ()
  "t.op"() {x = dense<-0.000000e+00> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[0.000000e+00, -0.000000e+00]> : tensor<2xf32>} : () -> ()
}) : () -> ()

// -----
#map = affine_map<() -> ()>
"builtin.module"() ({
  "t.op"() {x = dense<[1.000000e+00, 2.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[9.997550e-02, 2.000000e+00]> : tensor<2xf16>} : () -> ()
  "t.op"() {x = dense<[1.000980e-01, 2.000000e+00]> : tensor<2xbf16>} : () -> ()
  "t.op"() {x = dense<[0x7FF0000000000001, 1.000000e+00]> : tensor<2xf64>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, "enc">} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, #foo.x<i32>>} : () -> ()
  "t.op"() {x = dense<-0.000000e+00> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[0.000000e+00, -0.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<""> : tensor<!quant.uniform<i8:f32, 1.000000e+00>>} : () -> ()
  "t.op"() {x = #map} : () -> ()
}) : () -> ()

// -----
#map = affine_map<() -> ()>
#map1 = affine_map<(d0) -> (d0)>
#map2 = affine_map<(d0, d1)[s0] -> (d0 + s0, d1 floordiv 2, (-d0) ceildiv 3, d1 mod 4 - 1)>
"builtin.module"() ({
  "t.op"() {x = dense<[1.000980e-01, 2.000000e+00]> : tensor<2xbf16>} : () -> ()
  "t.op"() {x = dense<[0x7FF0000000000001, 1.000000e+00]> : tensor<2xf64>} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, "enc">} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, #foo.x<i32>>} : () -> ()
  "t.op"() {x = dense<-0.000000e+00> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[0.000000e+00, -0.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<""> : tensor<!quant.uniform<i8:f32, 1.000000e+00>>} : () -> ()
  "t.op"() {x = #map} : () -> ()
  "t.op"() {x = #map1} : () -> ()
  "t.op"() {x = #map2} : () -> ()
}) : () -> ()

// -----
#map = affine_map<() -> ()>
#map1 = affine_map<(d0) -> (d0)>
#map2 = affine_map<(d0, d1)[s0] -> (d0 + s0, d1 floordiv 2, (-d0) ceildiv 3, d1 mod 4 - 1)>
#map3 = affine_map<(d0) -> ()>
#map4 = affine_map<()[s0] -> (s0)>
"builtin.module"() ({
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, "enc">} : () -> ()
  "t.op"() {x = dense<1.000000e+00> : tensor<2xf32, #foo.x<i32>>} : () -> ()
  "t.op"() {x = dense<-0.000000e+00> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[0.000000e+00, -0.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<""> : tensor<!quant.uniform<i8:f32, 1.000000e+00>>} : () -> ()
  "t.op"() {x = #map} : () -> ()
  "t.op"() {x = #map1} : () -> ()
  "t.op"() {x = #map2} : () -> ()
  "t.op"() {x = #map3} : () -> ()
  "t.op"() {x = #map4} : () -> ()
}) : () -> ()

// -----
#map = affine_map<() -> ()>
#map1 = affine_map<(d0) -> (d0)>
#map2 = affine_map<(d0, d1)[s0] -> (d0 + s0, d1 floordiv 2, (-d0) ceildiv 3, d1 mod 4 - 1)>
#map3 = affine_map<(d0) -> ()>
#map4 = affine_map<()[s0] -> (s0)>
#map5 = affine_map<(d0, d1) -> (d0 * 2, d1)>
#set = affine_set<(d0) : (d0 >= 0)>
"builtin.module"() ({
  "t.op"() {x = dense<-0.000000e+00> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<[0.000000e+00, -0.000000e+00]> : tensor<2xf32>} : () -> ()
  "t.op"() {x = dense<""> : tensor<!quant.uniform<i8:f32, 1.000000e+00>>} : () -> ()
  "t.op"() {x = #map} : () -> ()
  "t.op"() {x = #map1} : () -> ()
  "t.op"() {x = #map2} : () -> ()
  "t.op"() {x = #map3} : () -> ()
  "t.op"() {x = #map4} : () -> ()
  "t.op"() {x = #map5} : () -> ()
  "t.op"() {x = #set} : () -> ()
}) : () -> ()

// -----
#map = affine_map<() -> ()>
#map1 = affine_map<(d0) -> (d0)>
#map2 = affine_map<(d0, d1)[s0] -> (d0 + s0, d1 floordiv 2, (-d0) ceildiv 3, d1 mod 4 - 1)>
#map3 = affine_map<(d0) -> ()>
#map4 = affine_map<()[s0] -> (s0)>
#map5 = affine_map<(d0, d1) -> (d0 * 2, d1)>
#set = affine_set<(d0) : (d0 >= 0)>
#set1 = affine_set<(d0, d1)[s0] : (d0 - s0 == 0, -d1 + 4 >= 0, -d0 + 5 >= 0)>
#set2 = affine_set<() : (0 == 0)>
"builtin.module"() ({
  "t.op"() {x = dense<""> : tensor<!quant.uniform<i8:f32, 1.000000e+00>>} : () -> ()
  "t.op"() {x = #map} : () -> ()
  "t.op"() {x = #map1} : () -> ()
  "t.op"() {x = #map2} : () -> ()
  "t.op"() {x = #map3} : () -> ()
  "t.op"() {x = #map4} : () -> ()
  "t.op"() {x = #map5} : () -> ()
  "t.op"() {x = #set} : () -> ()
  "t.op"() {x = #set1} : () -> ()
  "t.op"() {x = #set2} : () -> ()
}) : () -> ()

// -----
#map = affine_map<(d0) -> (d0)>
#map1 = affine_map<(d0, d1)[s0] -> (d0 + s0, d1 floordiv 2, (-d0) ceildiv 3, d1 mod 4 - 1)>
#map2 = affine_map<(d0) -> ()>
#map3 = affine_map<()[s0] -> (s0)>
#map4 = affine_map<(d0, d1) -> (d0 * 2, d1)>
#set = affine_set<(d0) : (d0 >= 0)>
#set1 = affine_set<(d0, d1)[s0] : (d0 - s0 == 0, -d1 + 4 >= 0, -d0 + 5 >= 0)>
#set2 = affine_set<() : (0 == 0)>
#set3 = affine_set<(d0) : (d0 - 1 >= 0, d0 == 0)>
"builtin.module"() ({
  "t.op"() {x = #map} : () -> ()
  "t.op"() {x = #map1} : () -> ()
  "t.op"() {x = #map2} : () -> ()
  "t.op"() {x = #map3} : () -> ()
  "t.op"() {x = #map4} : () -> ()
  "t.op"() {x = #set} : () -> ()
  "t.op"() {x = #set1} : () -> ()
  "t.op"() {x = #set2} : () -> ()
  "t.op"() {x = #set3} : () -> ()
  "t.op"() {x = [#map, #map, #set]} : () -> ()
}) : () -> ()

// -----
#distinct = distinct[0]<42 : i32>
#map = affine_map<(d0) -> ()>
#map1 = affine_map<()[s0] -> (s0)>
#map2 = affine_map<(d0, d1) -> (d0 * 2, d1)>
#map3 = affine_map<(d0) -> (d0)>
#map4 = affine_map<(d0)[s0, s1] -> (d0, s1, 5)>
#set = affine_set<(d0) : (d0 >= 0)>
#set1 = affine_set<(d0, d1)[s0] : (d0 - s0 == 0, -d1 + 4 >= 0, -d0 + 5 >= 0)>
#set2 = affine_set<() : (0 == 0)>
#set3 = affine_set<(d0) : (d0 - 1 >= 0, d0 == 0)>
"builtin.module"() ({
  "t.op"() {x = #map} : () -> ()
  "t.op"() {x = #map1} : () -> ()
  "t.op"() {x = #map2} : () -> ()
  "t.op"() {x = #set} : () -> ()
  "t.op"() {x = #set1} : () -> ()
  "t.op"() {x = #set2} : () -> ()
  "t.op"() {x = #set3} : () -> ()
  "t.op"() {x = [#map3, #map3, #set]} : () -> ()
  "t.op"() {x = #map4} : () -> ()
  "t.op"() {x = #distinct} : () -> ()
}) : () -> ()

// -----
#distinct = distinct[0]<42 : i32>
#distinct1 = distinct[1]<42 : i32>
#distinct2 = distinct[2]<"a">
#map = affine_map<(d0, d1) -> (d0 * 2, d1)>
#map1 = affine_map<(d0) -> (d0)>
#map2 = affine_map<(d0)[s0, s1] -> (d0, s1, 5)>
#set = affine_set<(d0) : (d0 >= 0)>
#set1 = affine_set<(d0, d1)[s0] : (d0 - s0 == 0, -d1 + 4 >= 0, -d0 + 5 >= 0)>
#set2 = affine_set<() : (0 == 0)>
#set3 = affine_set<(d0) : (d0 - 1 >= 0, d0 == 0)>
"builtin.module"() ({
  "t.op"() {x = #map} : () -> ()
  "t.op"() {x = #set} : () -> ()
  "t.op"() {x = #set1} : () -> ()
  "t.op"() {x = #set2} : () -> ()
  "t.op"() {x = #set3} : () -> ()
  "t.op"() {x = [#map1, #map1, #set]} : () -> ()
  "t.op"() {x = #map2} : () -> ()
  "t.op"() {x = #distinct} : () -> ()
  "t.op"() {x = [#distinct, #distinct1, #distinct]} : () -> ()
  "t.op"() {x = #distinct2} : () -> ()
}) : () -> ()

// -----
#di_basic_type = #llvm.di_basic_type<tag = DW_TAG_base_type, name = "int", sizeInBits = 32, encoding = DW_ATE_signed>
#di_file = #llvm.di_file<"a.c" in "/src">
#loop_annotation = #llvm.loop_annotation<disableNonforced = true>
#sparse = #sparse_tensor.encoding<{ map = (d0, d1) -> (d0 : dense, d1 : compressed(nonunique, nonordered)), posWidth = 32 }>
#sparse1 = #sparse_tensor.encoding<{ map = (d0, d1) -> (d0 floordiv 2 : dense, d1 floordiv 3 : compressed, d0 mod 2 : dense, d1 mod 3 : dense) }>
#sparse2 = #sparse_tensor.encoding<{ map = [s0](d0 : #sparse_tensor<slice(1, 4, 1)>) -> (d0 : loose_compressed) }>
#tbaa_root = #llvm.tbaa_root<id = "x">
"builtin.module"() ({
  "t.op"() {x = #tbaa_root} : () -> ()
  "t.op"() {x = #di_basic_type} : () -> ()
  "t.op"() {x = #di_file} : () -> ()
  "t.op"() {x = #loop_annotation} : () -> ()
  "t.op"() {x = #sparse} : () -> ()
  "t.op"() {x = #sparse1} : () -> ()
  "t.op"() {x = #sparse2} : () -> ()
}) : () -> ()

// -----
#di_file = #llvm.di_file<"a.c" in "/src">
#loop_annotation = #llvm.loop_annotation<disableNonforced = true>
#sparse = #sparse_tensor.encoding<{ map = (d0, d1) -> (d0 : dense, d1 : compressed(nonunique, nonordered)), posWidth = 32 }>
#sparse1 = #sparse_tensor.encoding<{ map = (d0, d1) -> (d0 floordiv 2 : dense, d1 floordiv 3 : compressed, d0 mod 2 : dense, d1 mod 3 : dense) }>
#sparse2 = #sparse_tensor.encoding<{ map = [s0](d0 : #sparse_tensor<slice(1, 4, 1)>) -> (d0 : loose_compressed) }>
"builtin.module"() ({
  "t.op"() {x = #di_file} : () -> ()
  "t.op"() {x = #loop_annotation} : () -> ()
  "t.op"() {x = #sparse} : () -> ()
  "t.op"() {x = #sparse1} : () -> ()
  "t.op"() {x = #sparse2} : () -> ()
}) : () -> ()

// -----
#sparse = #sparse_tensor.encoding<{ map = (d0, d1) -> (d0 : dense, d1 : compressed(nonunique, nonordered)), posWidth = 32 }>
#sparse1 = #sparse_tensor.encoding<{ map = (d0, d1) -> (d0 floordiv 2 : dense, d1 floordiv 3 : compressed, d0 mod 2 : dense, d1 mod 3 : dense) }>
#sparse2 = #sparse_tensor.encoding<{ map = [s0](d0 : #sparse_tensor<slice(1, 4, 1)>) -> (d0 : loose_compressed) }>
"builtin.module"() ({
  "t.op"() {x = #sparse} : () -> ()
  "t.op"() {x = #sparse1} : () -> ()
  "t.op"() {x = #sparse2} : () -> ()
}) : () -> ()

// -----
#sparse = #sparse_tensor.encoding<{ map = [s0](d0 : #sparse_tensor<slice(1, 4, 1)>) -> (d0 : loose_compressed) }>
"builtin.module"() ({
  "t.op"() {x = #sparse} : () -> ()
}) : () -> ()

