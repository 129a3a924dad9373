/** Programs of {@code tpu} as C99: which kernels compute an operation, and the kernels. */
package org.qopt.target.tpu.export.c;
