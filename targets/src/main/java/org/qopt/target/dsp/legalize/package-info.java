/**
 * The pass {@code legalize-to-dsp}: from the QDQ form to the dialect {@code dsp}. One file for each
 * operation that is not a matter of one line.
 */
package org.qopt.target.dsp.legalize;
