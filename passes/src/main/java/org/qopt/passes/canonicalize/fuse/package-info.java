/** Patterns that merge an operation into the one with weights before or after it. */
package org.qopt.passes.canonicalize.fuse;
