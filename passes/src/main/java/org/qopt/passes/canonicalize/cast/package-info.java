/** Canonicalization of casts that conversions leave. */
package org.qopt.passes.canonicalize.cast;
