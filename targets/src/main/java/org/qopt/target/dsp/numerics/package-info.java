/**
 * What the operations of {@code dsp} compute, with integers alone: reference kernels, to be read as
 * a specification. Every kernel gathers exact numbers, an integer and an exponent each, and leaves
 * rounding to {@link org.qopt.dialect.bfp.Packing}.
 */
package org.qopt.target.dsp.numerics;
