/**
 * The pass {@code legalize-to-cpu}: from the QDQ form to the dialect {@code cpu}. One file for each
 * operation that is not a matter of one line.
 */
package org.qopt.target.cpu.legalize;
