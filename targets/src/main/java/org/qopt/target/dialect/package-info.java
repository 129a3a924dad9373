/**
 * What the dialects of several targets share: clauses, and for those with int8 tensors constraints
 * of types and the way from operations to kernels on bytes.
 */
package org.qopt.target.dialect;
