/** {@code shape-inference}: finds out the dimensions of values. */
package org.qopt.passes.shapeinference;
