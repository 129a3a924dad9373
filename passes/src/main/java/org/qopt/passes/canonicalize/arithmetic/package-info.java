/** Patterns for sums and products. */
package org.qopt.passes.canonicalize.arithmetic;
