/** The pass {@code canonicalize-dsp}: rewrites of the dialect {@code dsp} that change no bit. */
package org.qopt.target.dsp.canonicalize;
