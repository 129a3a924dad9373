/** Programs of {@code dsp} as C99: which kernels compute an operation, and the kernels. */
package org.qopt.target.dsp.export.c;
