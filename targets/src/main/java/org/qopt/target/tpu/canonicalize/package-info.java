/**
 * The pass {@code canonicalize-tpu}: programs of the dialect {@code tpu} with fewer operations and
 * the same bits. One file for each pattern.
 */
package org.qopt.target.tpu.canonicalize;
