/**
 * The dialect {@code quant}, as MLIR has it: types whose elements are integers that stand for real
 * numbers ({@link org.qopt.dialect.quant.UniformQuantizedType}), and the casts between both.
 */
package org.qopt.dialect.quant;
