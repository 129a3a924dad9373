/**
 * The dialect {@code calib}: marks on a float program that say what is to be quantized and how.
 * Each operation returns its first operand, so a marked program computes what it computed before;
 * {@code calib.fake_quant} alone rounds.
 */
package org.qopt.dialect.calib;
