/**
 * The target {@code dsp}: block floating point, with integers from the first operation to the last.
 * {@code docs/targets/dsp.md} is the contract.
 */
package org.qopt.target.dsp;
