/**
 * The pass {@code legalize-to-tpu}: from the QDQ form to the dialect {@code tpu}. One file for each
 * operation that is not a matter of one line.
 */
package org.qopt.target.tpu.legalize;
