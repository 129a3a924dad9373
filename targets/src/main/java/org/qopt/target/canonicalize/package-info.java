/** Patterns that fit the dialects of all targets with int8 tensors; none changes a bit. */
package org.qopt.target.canonicalize;
