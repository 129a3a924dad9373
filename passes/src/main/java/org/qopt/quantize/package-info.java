/**
 * What quantization is made of, independent of any target and of any pass: what a target can hold
 * ({@link org.qopt.quantize.QuantProfile}, data), what values took ({@link
 * org.qopt.quantize.ValueRange}), and the formulas from the one to the parameters of quantized
 * types ({@link org.qopt.quantize.AffineParameters}, {@link org.qopt.quantize.WeightScales}).
 */
package org.qopt.quantize;
