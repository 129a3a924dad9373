/** Canonicalization of calls. */
package org.qopt.passes.canonicalize.call;
