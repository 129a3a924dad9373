/** Patterns that find activation functions in what they are made of. */
package org.qopt.passes.canonicalize.activation;
