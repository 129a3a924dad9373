/**
 * The dialect {@code dsp}: operations on block floating-point numbers with integers alone. One file
 * an operation; what follows from the exponents in the types is an attribute, and a clause computes
 * it again.
 */
package org.qopt.target.dsp.dialect;
